<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
Your request for access to ${brand.portalName} on behalf of ${organisation} was submitted for review. We will write to you as soon as there is a decision.

You can see its status here:

${brand.accessStatusUrl}

If you did not ask for access, or if you need help, please <@mail.contact/>.
</@mail.frame>

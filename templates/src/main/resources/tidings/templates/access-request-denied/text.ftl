<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
Your request for access to ${brand.portalName} was reviewed and denied.

If you think this is a mistake, please <@mail.contact/>.
</@mail.frame>

<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
Your ${brand.portalName} account was deactivated because you did not use it for 180 days. You can no longer sign in.

If you need the account again, please <@mail.contact/>.
</@mail.frame>

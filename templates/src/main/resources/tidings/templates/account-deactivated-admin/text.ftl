<#import "/layout/text.ftl" as mail>
<@mail.frame>
This ${brand.portalName} account was deactivated because it was not used for 180 days.

Name:            ${name}
E-mail address:  ${address}
</@mail.frame>

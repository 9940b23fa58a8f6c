<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
You now have access to ${brand.portalName}
as ${role} from ${organisation}.

Sign in here:

${brand.signInUrl}
</@mail.frame>

<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
Your request was approved. You have been granted access to ${brand.portalName} as ${role} from ${organisation}.

Sign in here:

${brand.signInUrl}
</@mail.frame>

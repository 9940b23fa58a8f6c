<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
You have not used your ${brand.portalName} account for almost 180 days. It will be deactivated in <#if days == 1>1 day<#else>${days} days</#if>, on ${deactivation}, unless you sign in before then.

Sign in to keep your account:

${brand.signInUrl}

If you no longer need the account, you do not need to do anything.
</@mail.frame>

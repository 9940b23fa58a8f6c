<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
Your request for access to ${brand.portalName} was reviewed and denied.

If you think that this is an error, please ${mail.words.contact}.
</@mail.frame>

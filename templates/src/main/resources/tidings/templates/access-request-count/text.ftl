<#import "/layout/text.ftl" as mail>
<@mail.frame>
<#if count == 0>
As of ${asOf}, no requests for access to ${brand.portalName} are waiting for review.
<#elseif count == 1>
As of ${asOf}, 1 request for access to ${brand.portalName} is waiting for review.
<#else>
As of ${asOf}, ${count} requests for access to ${brand.portalName} are waiting for review.
</#if>

Access requests:

${administration}
</@mail.frame>

Your ${brand.portalName} account will be deactivated in <#if days == 1>1 day<#else>${days} days</#if>

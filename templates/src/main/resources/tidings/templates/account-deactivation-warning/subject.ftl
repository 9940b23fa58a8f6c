Your ${brand.portalName} account will be deactivated in ${days} <#if days == 1>day<#else>days</#if>

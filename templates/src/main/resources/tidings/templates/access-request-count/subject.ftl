<#if count == 0>No access requests are waiting<#elseif count == 1>1 access request is waiting<#else>${count} access requests are waiting</#if>

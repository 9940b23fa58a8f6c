<#if files?size == 0>No submitted files are stuck<#elseif files?size == 1>1 submitted file is stuck<#else>${files?size} submitted files are stuck</#if>

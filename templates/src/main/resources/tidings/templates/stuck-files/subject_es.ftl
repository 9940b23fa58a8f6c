<#if files?size == 0>Ningún archivo enviado está atascado<#elseif files?size == 1>1 archivo enviado está atascado<#else>${files?size} archivos enviados están atascados</#if>

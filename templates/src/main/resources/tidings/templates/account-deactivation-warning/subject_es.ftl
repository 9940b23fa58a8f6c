Su cuenta de ${brand.portalName} se desactivará en <#if days == 1>1 día<#else>${days} días</#if>

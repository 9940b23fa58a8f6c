Su cuenta de ${brand.portalName} se desactivará en ${days} <#if days == 1>día<#else>días</#if>

Datos de ${fileType} de ${organisation}, año fiscal ${fiscalYear?c}: enviados <#if withErrors>con errores<#else>sin errores</#if>

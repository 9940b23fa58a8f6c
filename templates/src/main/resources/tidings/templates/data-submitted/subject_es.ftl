<#import "/layout/brief.ftl" as brief>
Datos de ${brief.of(fileType, 30)} de ${brief.of(organisation, 60)}, año fiscal ${fiscalYear?c}: enviados <#if withErrors>con errores<#else>sin errores</#if>

<#import "/layout/text.ftl" as mail>
Datos de ${mail.brief(fileType, 30)} de ${mail.brief(organisation, 60)}, año fiscal ${fiscalYear?c}: enviados <#if withErrors>con errores<#else>sin errores</#if>

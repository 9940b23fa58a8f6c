<#import "/layout/text.ftl" as mail>
<@mail.frame>
Se enviaron datos de ${fileType} <#if withErrors>con errores<#else>sin errores</#if>.

Organización:    ${organisation}
Año fiscal:      ${fiscalYear?c}
Enviados por:    ${submittedBy}
Fecha de envío:  ${submittedAt}

Secciones:
<#list sections as section>
  * ${section.name}: ${mail.words.status[section.status]}
</#list>

<#if withErrors>
Encontramos errores. En su historial de envíos hay un informe que los detalla. Corrija los datos y envíelos de nuevo:
<#else>
No encontramos errores. No tiene que hacer nada más. Su historial de envíos:
</#if>

${brand.submissionHistoryUrl}
</@mail.frame>

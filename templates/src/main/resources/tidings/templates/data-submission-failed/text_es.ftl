<#import "/layout/text.ftl" as mail>
<@mail.frame>
<#assign many = sections?size gt 1>
Falló un intento de enviar datos.

Organización:       ${organisation}
Año fiscal:         ${fiscalYear?c}
Fecha del intento:  ${attemptedAt}

<#if many>No se recibieron estas secciones:<#else>No se recibió esta sección:</#if>
<#list sections as section>
  * ${section}
</#list>

<#if many>Envíelas<#else>Envíela</#if> de nuevo. Si el envío vuelve a fallar, <@mail.contact/>.

Su historial de envíos:

${brand.submissionHistoryUrl}
</@mail.frame>

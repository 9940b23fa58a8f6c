<#import "/layout/text.ftl" as mail>
<#import "/layout/ago.ftl" as time>
<@mail.frame>
<#assign shown = 20>
<#if files?size == 0>
Todos los archivos que se enviaron a ${brand.portalName} se procesaron o están por procesarse.
<#elseif files?size == 1>
Este archivo se envió a ${brand.portalName} y todavía no se ha procesado:
<#else>
Estos archivos se enviaron a ${brand.portalName} y todavía no se han procesado:
</#if>

<#list files[0..*shown] as file>
  * ${file.organisation}: ${file.section}, año fiscal ${file.fiscalYear?c}, enviado el ${file.submittedAt}, ${time.ago(file.age)}
    ${file.link}
</#list>
<#if files?size gt shown>
  * <#if files?size == shown + 1>y 1 archivo más<#else>y ${files?size - shown} archivos más</#if>
</#if>
<#if files?size gt 0>

</#if>
Abrir el portal:

${brand.portalUrl}
</@mail.frame>

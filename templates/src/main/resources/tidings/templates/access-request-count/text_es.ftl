<#import "/layout/text.ftl" as mail>
<@mail.frame>
<#if count == 0>
Al ${asOf}, no hay solicitudes de acceso a ${brand.portalName} pendientes de revisión.
<#elseif count == 1>
Al ${asOf}, hay 1 solicitud de acceso a ${brand.portalName} pendiente de revisión.
<#else>
Al ${asOf}, hay ${count} solicitudes de acceso a ${brand.portalName} pendientes de revisión.
</#if>

Solicitudes de acceso:

${administration}
</@mail.frame>

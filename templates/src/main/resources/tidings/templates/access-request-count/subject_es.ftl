<#if count == 0>No hay solicitudes de acceso pendientes<#elseif count == 1>1 solicitud de acceso pendiente<#else>${count} solicitudes de acceso pendientes</#if>

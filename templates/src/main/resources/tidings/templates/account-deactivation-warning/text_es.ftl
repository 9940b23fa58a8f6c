<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
No ha usado su cuenta de ${brand.portalName} en casi 180 días. Si no inicia sesión antes, se desactivará en <#if days == 1>1 día<#else>${days} días</#if> (${deactivation}).

Inicie sesión para conservar la cuenta:

${brand.signInUrl}

Si ya no necesita la cuenta, no tiene que hacer nada.
</@mail.frame>

<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
Su solicitud de acceso a ${brand.portalName} en nombre de ${organisation} se envió a revisión. Le escribiremos en cuanto haya una decisión.

Puede ver su estado aquí:

${brand.accessStatusUrl}

Si usted no solicitó acceso, o si necesita ayuda, <@mail.contact/>.
</@mail.frame>

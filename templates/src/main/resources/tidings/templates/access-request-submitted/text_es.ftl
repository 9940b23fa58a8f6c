<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
Recibimos su solicitud de acceso a ${brand.portalName}
en nombre de ${organisation}.

Ahora está en revisión y le escribiremos en cuanto haya una decisión.
Puede ver su estado aquí:

${brand.accessStatusUrl}

Si usted no solicitó acceso, o si necesita ayuda, avísenos.
</@mail.frame>

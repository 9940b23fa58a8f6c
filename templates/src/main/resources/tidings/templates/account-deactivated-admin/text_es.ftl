<#import "/layout/text.ftl" as mail>
<@mail.frame>
Esta cuenta de ${brand.portalName} se desactivó porque no se usó durante 180 días.

Nombre:              ${name}
Correo electrónico:  ${address}
</@mail.frame>

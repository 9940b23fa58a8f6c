<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
Se aprobó su solicitud. Se le concedió acceso a ${brand.portalName} con el rol de ${role} de ${organisation}.

Inicie sesión aquí:

${brand.signInUrl}
</@mail.frame>

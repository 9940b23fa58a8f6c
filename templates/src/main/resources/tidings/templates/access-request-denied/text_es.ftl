<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
Su solicitud de acceso a ${brand.portalName} fue revisada y denegada.

Si cree que se trata de un error, <@mail.contact/>.
</@mail.frame>

<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
Su solicitud de acceso a ${brand.portalName} se revisó y se denegó.

Si cree que se trata de un error, ${mail.words.contact}.
</@mail.frame>

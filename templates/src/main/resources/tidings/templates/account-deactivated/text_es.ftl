<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
Su cuenta de ${brand.portalName} se desactivó porque no la usó durante 180 días. Ya no puede iniciar sesión.

Si vuelve a necesitar la cuenta, <@mail.contact/>.
</@mail.frame>

<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
El plazo para enviar los datos de ${mail.words.programme[programme]} del trimestre ${quarter} del año fiscal ${fiscalYear?c} vence el ${dueDate.weekday} ${dueDate}.

Inicie sesión y envíelos antes de que venza. Si ya los envió, no tiene que hacer nada.

Inicie sesión para enviar datos:

${brand.signInUrl}
</@mail.frame>

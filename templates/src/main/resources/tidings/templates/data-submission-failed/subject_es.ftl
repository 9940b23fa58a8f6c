<#import "/layout/text.ftl" as mail>
Falló el envío de datos: ${mail.brief(organisation, 60)}, año fiscal ${fiscalYear?c}

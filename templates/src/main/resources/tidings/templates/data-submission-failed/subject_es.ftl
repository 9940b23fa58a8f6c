<#import "/layout/brief.ftl" as brief>
Falló el envío de datos: ${brief.of(organisation, 60)}, año fiscal ${fiscalYear?c}

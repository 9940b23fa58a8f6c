<#assign greeting = "Hola">
<#assign help = "¿Tiene preguntas? Escriba a">
<#assign write = "escriba a">
<#assign reach = "comuníquese con">
<#assign automatic = "Este es un mensaje automático de ${brand.portalName}.">
<#assign status = {
  "ACCEPTED": "Aceptada",
  "ACCEPTED_WITH_ERRORS": "Aceptada con errores",
  "PARTIALLY_ACCEPTED": "Aceptada parcialmente",
  "REJECTED": "Rechazada"
}>
<#assign programme = {
  "TANF": "TANF",
  "TANF_AND_SSP": "TANF y SSP"
}>

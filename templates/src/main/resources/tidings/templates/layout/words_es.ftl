<#assign greeting = "Hola">
<#assign help = "¿Tiene preguntas? Escriba a">
<#assign automatic = "Recibe este mensaje automático porque tiene una cuenta.">
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
<#assign contact><#if brand.supportAddress??>escriba a ${brand.supportAddress}<#else>comuníquese con ${brand.teamName}</#if></#assign>

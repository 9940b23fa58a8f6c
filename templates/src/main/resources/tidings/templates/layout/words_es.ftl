<#assign greeting = "Hola">
<#assign help = "¿Tiene preguntas? Escriba a">
<#assign automatic = "Recibe este mensaje automático porque tiene una cuenta.">
<#assign status = {
  "ACCEPTED": "Aceptada",
  "ACCEPTED_WITH_ERRORS": "Aceptada con errores",
  "PARTIALLY_ACCEPTED": "Aceptada parcialmente",
  "REJECTED": "Rechazada"
}>

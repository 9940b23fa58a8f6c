<#-- What the layout says in this language. A further language needs a file of its own, such as words_fr.ftl. -->
<#assign greeting = "Hello">
<#assign help = "Questions? Write to">
<#-- Whom to ask, as the end of a sentence: "If you need help, please write to help@example.gov." -->
<#assign write = "write to">
<#assign reach = "contact">
<#assign automatic = "This is an automated message from ${brand.portalName}.">
<#assign status = {
  "ACCEPTED": "Accepted",
  "ACCEPTED_WITH_ERRORS": "Accepted with errors",
  "PARTIALLY_ACCEPTED": "Partially accepted",
  "REJECTED": "Rejected"
}>
<#assign programme = {
  "TANF": "TANF",
  "TANF_AND_SSP": "TANF and SSP"
}>

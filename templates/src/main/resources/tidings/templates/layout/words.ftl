<#-- What the layout says in this language. A further language needs a file of its own, such as words_fr.ftl. -->
<#assign greeting = "Hello">
<#assign help = "Questions? Write to">
<#assign automatic = "You receive this automatic message because you have an account.">
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
<#-- Whom to ask, as the end of a sentence: "If you need help, please ${contact}." -->
<#assign contact><#if brand.supportAddress??>write to ${brand.supportAddress}<#else>get in touch with ${brand.teamName}</#if></#assign>

<#import "/layout/text.ftl" as mail>
<@mail.frame>
<#assign many = sections?size gt 1>
An attempt to submit data failed.

Organization:  ${organisation}
Fiscal year:   ${fiscalYear?c}
Attempted on:  ${attemptedAt}

<#if many>These sections were<#else>This section was</#if> not received:
<#list sections as section>
  * ${section}
</#list>

Please submit <#if many>them<#else>it</#if> again. If the submission fails again, please <@mail.contact/>.

Your submission history:

${brand.submissionHistoryUrl}
</@mail.frame>

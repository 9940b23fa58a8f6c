<#import "/layout/text.ftl" as mail>
<@mail.frame>
${fileType} data were submitted <#if withErrors>with errors<#else>without errors</#if>.

Organization:  ${organisation}
Fiscal year:   ${fiscalYear?c}
Submitted by:  ${submittedBy}
Submitted on:  ${submittedAt}

Sections:
<#list sections as section>
  * ${section.name}: ${mail.words.status[section.status]}
</#list>

<#if withErrors>
We found errors. Your submission history has a report that lists them. Please correct the data and submit them again:
<#else>
We found no errors. You do not need to do anything. Your submission history:
</#if>

${brand.submissionHistoryUrl}
</@mail.frame>

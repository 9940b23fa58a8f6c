<#import "/layout/text.ftl" as mail>
<#import "/layout/ago.ftl" as time>
<@mail.frame>
<#assign shown = 20>
<#if files?size == 0>
All files that were submitted to ${brand.portalName} have been processed, or are about to be.
<#elseif files?size == 1>
This file was submitted to ${brand.portalName} and has still not been processed:
<#else>
These files were submitted to ${brand.portalName} and have still not been processed:
</#if>

<#list files[0..*shown] as file>
  * ${file.organisation}: ${file.section}, fiscal year ${file.fiscalYear?c}, submitted on ${file.submittedAt}, ${time.ago(file.age)}
    ${file.link}
</#list>
<#if files?size gt shown>
  * <#if files?size == shown + 1>and 1 more file<#else>and ${files?size - shown} more files</#if>
</#if>
<#if files?size gt 0>

</#if>
Open the portal:

${brand.portalUrl}
</@mail.frame>

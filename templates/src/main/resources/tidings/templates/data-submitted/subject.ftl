<#import "/layout/brief.ftl" as brief>
${brief.of(fileType, 30)} data for ${brief.of(organisation, 60)}, fiscal year ${fiscalYear?c}: submitted <#if withErrors>with errors<#else>without errors</#if>

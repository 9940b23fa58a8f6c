<#import "/layout/text.ftl" as mail>
${mail.brief(fileType, 30)} data for ${mail.brief(organisation, 60)}, fiscal year ${fiscalYear?c}: submitted <#if withErrors>with errors<#else>without errors</#if>

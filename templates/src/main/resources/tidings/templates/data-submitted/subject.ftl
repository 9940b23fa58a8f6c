${fileType} data for ${organisation}, fiscal year ${fiscalYear?c}: submitted <#if withErrors>with errors<#else>without errors</#if>

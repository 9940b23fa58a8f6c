<#import "/layout/text.ftl" as mail>
Data submission failed: ${mail.brief(organisation, 60)}, fiscal year ${fiscalYear?c}

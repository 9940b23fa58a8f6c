<#import "/layout/brief.ftl" as brief>
Data submission failed: ${brief.of(organisation, 60)}, fiscal year ${fiscalYear?c}

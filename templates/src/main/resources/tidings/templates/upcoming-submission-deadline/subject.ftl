<#import "/layout/text.ftl" as mail>
${mail.words.programme[programme]} data for quarter ${quarter} of fiscal year ${fiscalYear?c} are due on ${dueDate}

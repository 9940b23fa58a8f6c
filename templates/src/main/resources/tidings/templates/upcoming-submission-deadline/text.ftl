<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
The ${mail.words.programme[programme]} data for quarter ${quarter} of fiscal year ${fiscalYear?c} are due on ${dueDate.weekday}, ${dueDate}.

Please sign in and submit them by then. If you have submitted them already, you need not do anything.

${brand.signInUrl}
</@mail.frame>

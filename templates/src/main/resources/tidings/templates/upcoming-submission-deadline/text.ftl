<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
The ${mail.words.programme[programme]} data for quarter ${quarter} of fiscal year ${fiscalYear?c} are due on ${dueDate.weekday}, ${dueDate}.

Please sign in and submit them by then. If you have submitted them already, you do not need to do anything.

Sign in to submit data:

${brand.signInUrl}
</@mail.frame>

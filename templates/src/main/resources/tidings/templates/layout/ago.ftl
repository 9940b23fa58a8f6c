<#-- How long ago: ago(duration) is "2 days and 3 hours ago", in the largest unit and the one below it. -->
<#function ago age>
<#local days = amount(age.days, "day", "days")>
<#local hours = amount(age.hours, "hour", "hours")>
<#local minutes = amount(age.minutes, "minute", "minutes")>
<#if age.days gt 0>
<#return days + (age.hours gt 0)?then(" and " + hours, "") + " ago">
<#elseif age.hours gt 0>
<#return hours + (age.minutes gt 0)?then(" and " + minutes, "") + " ago">
</#if>
<#return (age.minutes gt 0)?then(minutes + " ago", "less than a minute ago")>
</#function>

<#function amount number one many>
<#return "${number} " + (number == 1)?then(one, many)>
</#function>

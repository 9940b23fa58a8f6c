<#function ago age>
<#local days = amount(age.days, "día", "días")>
<#local hours = amount(age.hours, "hora", "horas")>
<#local minutes = amount(age.minutes, "minuto", "minutos")>
<#if age.days gt 0>
<#return "hace " + days + (age.hours gt 0)?then(" y " + hours, "")>
<#elseif age.hours gt 0>
<#return "hace " + hours + (age.minutes gt 0)?then(" y " + minutes, "")>
</#if>
<#return (age.minutes gt 0)?then("hace " + minutes, "hace menos de un minuto")>
</#function>

<#function amount number one many>
<#return "${number} " + (number == 1)?then(one, many)>
</#function>

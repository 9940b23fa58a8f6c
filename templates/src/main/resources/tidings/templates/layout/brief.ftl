<#-- A value cut so that it has at most this many characters; never within one that takes two. -->
<#function of value most>
<#if value?length <= most>
<#return value>
</#if>
<#return value[0..*(most - 1)]?replace("[\\ud800-\\udbff]$", "", "r") + "…">
</#function>

<#-- A name in a table or list that may be long. If all are as long as this, Gmail still shows the whole message. -->
<#function name value>
<#return of(value, 70)>
</#function>

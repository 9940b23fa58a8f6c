<#-- The frame of a plain-text part: <@frame name>…</@frame>, or without a name to greet nobody. -->
<#import "words.ftl" as words>
<#macro frame name="">
<#if name != "">
${words.greeting} ${name},

</#if>
<#nested>

<#-- Mail programs know a signature by these three characters; editors cut a blank at a line's end. -->
${"-- "}
${brand.teamName}
<#if brand.supportAddress??>
${words.help} ${brand.supportAddress}
</#if>
${words.automatic}
</#macro>

<#-- Whom to ask, within a sentence. -->
<#macro contact>
<#if brand.supportAddress??>${words.write} ${brand.supportAddress}<#else>${words.reach} ${brand.teamName}</#if><#t>
</#macro>

<#-- A value for a subject, cut so that it has at most this many characters; never within one that takes two. -->
<#function brief value most>
<#if value?length <= most>
<#return value>
</#if>
<#return value[0..*(most - 1)]?replace("[\\ud800-\\udbff]$", "", "r") + "…">
</#function>

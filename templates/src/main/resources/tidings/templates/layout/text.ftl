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

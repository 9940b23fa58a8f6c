<#-- What templates see as brand, for a peer that has to be told. -->
<#list brand as name, value>
${name}=${value}
</#list>

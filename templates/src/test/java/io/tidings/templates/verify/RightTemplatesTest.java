package io.tidings.templates.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application may well write, and what is right. */
class RightTemplatesTest {

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                <#list items?chunk(2) as row>${row?index} ${row?size} ${row?has_next?then('a','b')}
                <#list row as i>${i.label}<#sep>; </#list></#list>""",
                "<#assign parts = []><#list items as i><#assign parts = parts + [i.label]></#list>${parts?join(', ')}",
                "<#assign s = ''><#list items as i><#assign s += i.label></#list><#if s == 'ab'>x</#if>${s}",
                """
                <#switch colour><#case 'RED'><#assign v = 'r'><#break><#default><#assign v = 'g'></#switch>${v}""",
                "<#switch colour><#case 'RED'><#assign v = 1><#break><#case 'GREEN'><#assign v = 2></#switch>${v}",
                "<#switch colour><#on 'RED'><#assign v = 1><#on 'GREEN'><#assign v = 2></#switch>${v}",
                "<#function f i><#if !i.remark??><#return ''></#if><#return i.remark></#function>${items?map(f)?join(' ')}",
                "<#function f a=''><#return a></#function>${f(nick)} ${items?map(i -> f(i.remark))?join(', ')}",
                "<#function f i><#return i.label></#function>${items?map(f)?join(', ')}",
                "<#function f i><#return i.done></#function>${items?filter(f)?size}",
                "<#macro tell><#if nick??>${nick}</#if></#macro><#if nick??><@tell/></#if>",
                "<#macro shout>${nick?upper_case}</#macro><#if nick??><@shout/></#if>",
                "<#list items><ul><#if late><#items as i>${i.label}</#items></#if></ul></#list>",
                "<#macro box><#nested></#macro><#list items><@box><#items as i>${i.label}</#items></@box></#list>",
                "<#assign first = late?then(items, [])><#list first as i>${i.label}</#list>",
                "<#if nick?hasContent>${nick?upperCase}</#if> ${items?sortBy('label')?map(i -> i.label)?join(', ')}",
                "${at.date} at ${at.time} (${at.zone}), ${at.year?c}-${at.month?string('00')}",
                "${price?string(',##0.00')} ${price?string.currency} ${count?c} ${(price * count)?round}",
                "${name?truncate(20)} ${name?left_pad(10)} ${name?left_pad(10, '.')} ${name?replace('a', 'b', 'i')}",
                "${name?keep_before(' ')} ${name?cap_first} ${name?contains('x')?string('yes', 'no')}",
                "${name[0..*20]} ${name[0..]} ${name[0..*1]?upper_case}",
                "<#list items[0..*3] as i>${i.label}</#list><#if items?size gt 3>and ${items?size - 3} more</#if>",
                "<#list labels as key, value>${key}: ${value}</#list> ${labels?keys?sort?join(', ')} ${labels['x']!'-'}",
                "<#list items?filter(i -> !i.done)?sort_by('label') as i>${i?counter}. ${i.label}</#list>",
                "<#list items as i><#if i.done><#continue></#if>${i.label}<#if i?is_last>.</#if></#list>",
                "<#list items as i><#if !i.remark??><#continue></#if>${i.remark}</#list>",
                "<#list items as i>${i?counter?lower_abc}) ${i.label} ${i?item_cycle('odd', 'even')}</#list>",
                "<#list groups as g>${g.title}<#list g.items as i>${g?counter}.${i?counter} ${i.label}</#list></#list>",
                "<#assign n = 0><#list groups as g><#assign n += g.items?size></#list>${n} ${(n / 2)?floor}",
                "${(gift.label)!'none'} ${(gift.remark)!} <#if (gift.remark)??>${gift.remark}</#if>",
                "<#if urgent!false>now</#if> ${(urgent!false)?then('now', 'later')} ${colour?lower_case}",
                "${items?map(i -> i.label)?filter(l -> l?length gt 3)?first!'none'} ${[3, count]?max} ${[at, at]?size}",
                "<#if nick?? && urgent??><#assign v = nick><#else><#assign v = name></#if>${v}",
                "<#macro m title extra...>${title} <#list extra as k, v>${k}=${v}</#list></#macro><@m title='a' x='b'/>",
                "<#macro m class='a' style=class>${style}</#macro><@m/><@m class='b'/>",
                "<#assign gift2 = late?then(gift!items[0]!{'label': 'x'}, {'label': 'none'})>${gift2.label}",
                "<#include 'footer.ftl'><#include '/order/footer.ftl'>${closing}",
                "<#import '../order/lib.ftl' as lib>${lib.double(count)} <@lib.line 'a'/>",
                "<#assign lines><#list items as i>${i.label}\n</#list></#assign>${lines?trim}",
                "<#if count == 0>none<#elseif count == 1>one<#else>${count}</#if> ${(count == 1)?then('day', 'days')}",
                "${count?string('0')} ${late?string('yes', 'no')} ${late?c} ${count} ${1.5 + count}",
            })
    void areNotRefused(String template) {
        Orders orders = new Orders(root)
                .with("order/footer.ftl", "<#assign closing = 'Bye'>")
                .with("order/lib.ftl", """
                        <#function double n><#return n * 2></#function>
                        <#macro line text><#if text == 'b'><#return></#if>${text}</#macro>
                        """)
                .text(template);

        assertThat(orders.problems()).isEmpty();
    }
}

package io.tidings.templates.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.error.TemplateProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would fail only in a branch that no sample reaches. */
class UnreachedBranchTest {

    private static final String NEVER = "<#if late && count == 77>";

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <#list groups as g><#list g.items as i>${i.labl}</#list></#list>                  | Item has no component labl
            <#macro m a='x' b=a.y></#macro><@m/>                                              | nothing behind a dot
            <#macro m><#nested items[0]!></#macro><@m ; x>${x.labl}</@m>                      | has no component labl
            <#macro m><#nested 1 2></#macro><@m ; x, y>${y.z}</@m>                            | nothing behind a dot
            <#assign t>${nope}</#assign>                                                      | has no component nope
            <#function f i><#return i.nope></#function>${items?filter(f)?size}                | has no component nope
            <#function f i><#return i.nope></#function>${items?map(f)?join(",")}              | has no component nope
            ${items?filter(i -> i.label)?size}                                                | yes or no
            ${items?take_while(i -> i.nope)?size}                                             | has no component nope
            ${items?sort?size}                                                                | cannot be sorted
            ${items?sort_by("remark")?size}                                                   | may be no such value
            ${items?map(i -> i.label)?max}                                                    | may be no such value
            ${(items?map(i -> i.label)?max)!}                                                 | only numbers
            <#if urgent!>x</#if>                                                              | must be yes or no
            <#if urgent?if_exists>x</#if>                                                     | must be yes or no
            ${(gift!).label}                                                                  | may be no such value
            ${gift.label}                                                                     | may be no such value
            ${(gift.label)}                                                                   | may be no such value
            ${at?string("yyyy")}                                                              | ?string takes no
            ${at?string.short}                                                                | nothing behind a dot
            ${name?string.x}                                                                  | nothing behind a dot
            ${name?string["x"]}                                                               | which value this names
            ${at?string.iso}                                                                  | nothing behind a dot
            ${late?string.yes}                                                                | nothing behind a dot
            ${name?markup_string}                                                             | cannot be told
            ${name?replace("a")}                                                              | ?replace takes 2 to 3
            ${name?replace}                                                                   | ?replace takes 2 to 3
            ${name?upper_case("x")}                                                           | ?upper_case takes no
            ${name?left_pad("x")}                                                             | a number is needed
            ${name?contains(1)?c}                                                             | a text is needed
            ${name?substring(1)}                                                              | known only when it is sent
            ${name[0..2]}                                                                     | known only when it is sent
            ${name[3..]}                                                                      | known only when it is sent
            ${name[3]!'x'}                                                                    | known only when it is sent
            ${items[0..2]?size}                                                               | known only when it is sent
            ${items[2..]?size}                                                                | known only when it is sent
            ${count?lower_abc}                                                                | at least 1 is known only when it is sent
            ${items?chunk(0)?size}                                                            | at least 1
            ${items?join}                                                                     | ?join takes 1 to 3
            ${items?seq_contains?c}                                                           | ?seq_contains takes 1
            ${labels["x"]}                                                                    | may be no such value
            ${labels.x}                                                                       | may be no such value
            <#assign s = "a"><#assign s += "b">${{"a": "x", "b": "y"}[s]}                     | may be no such value
            <#assign n = 1><#assign n -= "a">                                                 | a number is needed
            <#assign n = "a"><#assign n++>                                                    | a number is needed
            <#function f a><#if late><#return a></#if></#function>${f(name)}                  | there may be no such value
            <#function f a></#function>${f(name)}                                             | there is no value
            #{name}                                                                           | a number is needed
            ${.output_encoding}                                                               | may use only
            ${.get_optional_template("x").exists?c}                                           | may use only
            ${.main?size}                                                                     | may use only
            ${.locals.name}                                                                   | may use only
            ${.caller_template_name}                                                          | may use only
            <#include "text.ftl">                                                             | too deeply
            <#include "../../up.ftl">                                                         | only files under
            <#include "file:/etc/hosts">                                                      | only files under
            <#include "*/footer.ftl">                                                         | only files under
            <#include "order/${name}.ftl">                                                    | which file this is
            <#import "broken.ftl" as b>                                                       | syntax
            <#setting number_format=name>                                                     | known only when it is sent
            <#list items as i>${i.remark}</#list>                                             | may be no such value
            <#list items as nick><#if nick.remark??><#list items as nick>${nick.remark}</#list></#if></#list> | may be no such value
            <#if nick??><#list items as nick>${nick.remark}</#list></#if>                     | may be no such value
            <#import "lib.ftl" as l><@l.perhaps><#assign v = "x"></@l.perhaps>${v}            | may be no such value
            <#import "lib.ftl" as l><#if count == 1><@l.set/></#if>${l.v}                     | may be no such value
            <#if late><#macro q>${nope}</#macro><@q/><#else><#macro q>b</#macro></#if>        | has no component nope
            <#switch count><#case 1>${nope}<#break><#default>y</#switch>                      | has no component nope
            <#switch count><#on 1, 2>${nope}<#default>y</#switch>                             | has no component nope
            <#attempt>${nope}<#recover></#attempt>                                            | has no component nope
            <#list items>x<#items as i>${i.nope}</#items><#else>y</#list>                     | Item has no component nope
            <#list items as i>x<#else>${nope}</#list>                                         | has no component nope
            <#list items as i>x<#sep>${nope}</#list>                                          | has no component nope
            <#list labels as k, v>${v.x}</#list>                                              | nothing behind a dot
            ${late?then(name, nope)}                                                          | has no component nope
            ${count?switch(1, name, nope)}                                                    | has no component nope
            ${"a ${nope} b"}                                                                  | has no component nope
            ${name!nope}                                                                      | has no component nope
            ${nick!gift.label}                                                                | may be no such value
            <@"m"?interpret/>                                                                 | no ?interpret
            """)
    void isFoundAllTheSame(String template, String problem) {
        Orders orders = new Orders(root)
                .with("order/lib.ftl", """
                        <#macro perhaps><#if brand.portalName == 'x'><#nested></#if></#macro>
                        <#macro set><#assign v = 'x'></#macro>
                        """)
                .with("order/broken.ftl", "<#if")
                .text(NEVER + template + "</#if>");

        assertThat(orders.problems())
                .isNotEmpty()
                .extracting(TemplateProblem::problem)
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @Test
    void doesNotHideWhatStandsBehindAFileThatCannotBeRead() {
        Orders orders = new Orders(root)
                .with("order/broken.ftl", "<#if")
                .text(NEVER + "<#import '../../up.ftl' as a><#import 'broken.ftl' as b>${nope}</#if>");

        assertThat(orders.problems())
                .extracting(TemplateProblem::toString)
                .satisfiesExactlyInAnyOrder(
                        found -> assertThat(found).startsWith("order/broken.ftl, line 1"),
                        found -> assertThat(found).startsWith("order/text.ftl, line 1, column 26, at \"<#import"),
                        found -> assertThat(found).contains("has no component nope"));
    }
}

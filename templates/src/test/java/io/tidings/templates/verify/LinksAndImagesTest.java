package io.tidings.templates.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.error.TemplateProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksAndImagesTest {

    private static final String NEVER = "<#if late && count == 77>\n  %s\n</#if>";

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <a href="http://x.example">x</a>                                       | begins with http:
            <a href='http://x.example'>x</a>                                       | begins with http:
            <A HREF='http://x.example/${name?url}'>x</A>                           | begins with http:
            <a href=/sign-in>x</a>                                                 | is no absolute link
            <a href="/orders/${count?c}">x</a>                                     | is no absolute link
            <a class="b" href='orders/${count?c}'>x</a>                            | is no absolute link
            <a href="<#if late>http://a.example<#else>https://b.example</#if>">x</a> | begins with http:
            <a href="#">x</a>                                                      | leads to no place
            <a href="javascript:x()">x</a>                                         | is no absolute link
            <img src="https://x.example/a.png">                                    | has no alt text
            <tr><td><img src="${brand.portalUrl}/a.png" width="1"></td></tr>       | has no alt text
            <img src="/a.png" alt="">                                              | is no absolute link
            <img alt="" src="https://x.example/a.png" srcset="https://x.example/a.png 1x, http://x.example/b.png 2x"> | begins with http:
            <td background="http://x.example/a.png">                               | begins with http:
            <p style="background:url(http://x.example/a.png)">x</p>                | begins with http:
            <p style="background:url('/a.png')">x</p>                              | is no absolute link
            <style>.a{background:url("http://x.example/a.png")}</style>            | begins with http:
            <p class=${name}>x</p>                                                 | needs quotes around it
            <a href=https://x.example/${name?url}>x</a>                            | needs quotes around it
            <a href=<#if late>${name}</#if>>x</a>                                  | needs quotes around it
            <@link "http://x.example"/>                                            | begins with http:
            <@link href="/sign-in"/>                                               | is no absolute link
            <@link href=late?then("https://x.example", "http://x.example")/>       | begins with http:
            <#list [1] as i><#if i == 2><img src="${brand.portalUrl}"></#if></#list> | has no alt text
            """)
    void areFoundInABranchThatNoSampleReaches(String html, String problem) {
        Orders orders =
                new Orders(root).html("<#macro link href><a href=\"${href}\">x</a></#macro>\n" + NEVER.formatted(html));

        assertThat(orders.problems()).anySatisfy(found -> {
            assertThat(found.problem()).contains(problem);
            assertThat(found.template()).isEqualTo("order/html.ftlh");
            assertThat(found.line()).isEqualTo(html.startsWith("<@") ? 1 : 3);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"${brand.portalUrl}/orders/${count?c}\">x</a> <a href='https://x.example/${name?url}'>x</a>",
                "<a href=\"mailto:help@x.example\">x</a> <a href=\"tel:+15550100\">x</a> <img src=\"cid:a\" alt=\"\">",
                "<a href=\"<#if late>${brand.portalUrl}<#else>https://x.example</#if>\">x</a>",
                "<a href=\"#more\">x</a><a name=\"more\"></a><a href=\"#end\">x</a><p id=\"end\"></p>",
                "<img src=\"${brand.portalUrl}/a.png\"<#if late> alt=\"${name}\"<#else> alt=\"\"</#if>>",
                "<#macro words>alt=\"\"</#macro><img src=\"${brand.portalUrl}/a.png\" <@words/>>",
                "<td style=\"background:url('${brand.portalUrl}/a.png')\" class='a ${colour?lower_case}'>x</td>",
                "<#-- <img src='/a.png'> --><!-- <a href='/x'> --><#noparse><b title='${x}'>x</b></#noparse>",
                "<#macro link href=''><#if href != ''><a href=\"${href}\">x</a></#if></#macro><@link/>",
                "<#macro row><tr><#nested></tr></#macro><table><#list items as i><@row><td>${i.label}</td></@></#list>",
                "<p title=\"a > b\">1 < 2 && 3 > 2 <br> ${name}</p><input type=checkbox checked>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg><a href=\"https://x.example?u=http://y\">x</a>",
                "<style>\n.a > .b{color:red}\n@media (max-width:480px){.c{width:100%}}\n</style>",
            })
    void thatAreRightAreNoProblem(String html) {
        assertThat(new Orders(root).html(html).problems()).isEmpty();
    }

    @Test
    void aTextPartHasNoInsecureLinkInAnyBranch() {
        assertThat(new Orders(root)
                        .text(NEVER.formatted("See http://x.example"))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.problem()).contains("begins with http:");
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.column()).isEqualTo(7);
                });
    }

    @Test
    void anAnchorMustBeInTheMessage() {
        assertThat(new Orders(root).html("<a href='#more'>x</a>").problems())
                .extracting(TemplateProblem::problem)
                .containsExactly("the href of <a> leads to no place in the message");
    }

    @Test
    void whatIsReadAndRenderedIsReportedOnceWithItsPlace() {
        assertThat(new Orders(root)
                        .html("<p><img src='https://x.example/a.png'></p>")
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(1);
                    assertThat(problem.column()).isEqualTo(4);
                });
    }
}

package io.tidings.templates.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.error.InvalidTemplatesException;
import io.tidings.error.TemplateProblem;
import io.tidings.template.TemplateId;
import io.tidings.templates.FreeMarkerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateVerifierTest {

    /** What the template {@code note} is about. */
    record Note(
            String name, int count, boolean late, Instant at, Optional<String> nick, List<Item> items, Colour colour) {}

    record Item(String label) {}

    enum Colour {
        RED,
        GREEN
    }

    private static final String ALL =
            "${name} ${count} ${late?then('a', 'b')} ${at} ${nick!'-'} <#list items as i>${i.label}</#list>${colour}";

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${nmae}                                        | 1 | 3  | has no component nmae
            a<#if late>b<#else>${nope}</#if>               | 1 | 22 | has no component nope
            <#list items as i>${i.labl}</#list>            | 1 | 21 | Item has no component labl
            <#list items as i>${i.label.x}</#list>         | 1 | 21 | nothing behind a dot
            ${nick}                                        | 1 | 3  | there may be no such value
            ${nick?upper_case}                             | 1 | 3  | there may be no such value
            <#if nick??>x<#else>${nick}</#if>              | 1 | 23 | there may be no such value
            ${unknown!"x"}                                 | 1 | 3  | has no component unknown
            ${(unknown.more)!"x"}                          | 1 | 4  | has no component unknown
            <#if unknown??>x</#if>                         | 1 | 6  | has no component unknown
            ${late}                                        | 1 | 3  | yes or no cannot be shown
            ${items}                                       | 1 | 3  | cannot be shown
            ${at.weekdy}                                   | 1 | 3  | a Instant has no weekdy
            ${items[0].label}                              | 1 | 3  | there may be no such value
            ${items?first.label}                           | 1 | 3  | there may be no such value
            ${items?map(x -> x.lable)?join(", ")}          | 1 | 18 | has no component lable
            ${items?sort_by("lable")?size}                 | 1 | 17 | has no component lable
            <#if colour == "BLUE">x</#if>                  | 1 | 6  | never equal
            <#switch colour><#case "BLUE">x</#switch>      | 1 | 24 | never equal
            ${{"RED": "x"}[colour]}                        | 1 | 3  | map has no component GREEN
            <#if count>x</#if>                             | 1 | 6  | must be yes or no
            <#if count == "1">x</#if>                      | 1 | 6  | cannot be compared
            ${name + late}                                 | 1 | 3  | cannot be joined
            ${name - 1}                                    | 1 | 3  | a number is needed
            ${name?number}                                 | 1 | 3  | known only when it is sent
            ${name?date}                                   | 1 | 3  | known only when it is sent
            <#list 1.. as n>${n}<#break></#list>           | 1 | 8  | a range without an end
            ${.data_model.name}                            | 1 | 3  | may use only the components
            ${.now}                                        | 1 | 3  | may use only the components
            ${.vars["name"]}                               | 1 | 3  | may use only the components
            <#attempt>${name}<#recover>${.error}</#attempt>| 1 | 30 | may use only the components
            ${.globals.name}                               | 1 | 3  | may use only the components
            ${"a"?new()}                                   | 1 | 3  | may not use ?new
            ${name?api.length()}                           | 1 | 3  | may not use ?api
            ${brand.supportAddress}                        | 1 | 3  | there may be no such value
            ${brand[name]}                                 | 1 | 3  | there may be no such value
            <@hello/>                                      | 1 | 3  | has no component hello
            <#macro m a></#macro><@m/>                     | 1 | 22 | must be given a value for a
            <#macro m a></#macro><@m a=1 b=2/>             | 1 | 22 | takes only a
            <#macro m a>${a.x}</#macro><@m a=name/>        | 1 | 15 | nothing behind a dot
            <#function f a><#return a.x></#function>${f(at)}| 1 | 25 | has no x
            <#if late><#assign v="x"></#if>${v}            | 1 | 34 | there may be no such value
            <#import name as lib>                          | 1 | 1  | which file this is cannot be told
            <#include "nothing.ftl">                       | 1 | 1  | no such file
            <#import "/layout/text.ftl" as m>${m.nothing}  | 1 | 36 | layout/text.ftl has no nothing
            <#global g=1>                                  | 1 | 1  | would be seen by every file
            <#escape x as x?upper_case>${name}</#escape>   | 1 | 1  | cannot be followed
            """)
    void whatCannotBeRightIsFoundWhereItStands(String template, int line, int column, String problem) {
        // The whole record is read behind it, so that nothing else is wrong.
        write("note/text.ftl", template + "\n" + ALL);

        assertThat(problems()).anySatisfy(found -> {
            assertThat(found.problem()).contains(problem);
            assertThat(found.template()).isEqualTo("note/text.ftl");
            assertThat(found.line()).isEqualTo(line);
            assertThat(found.column()).isEqualTo(column);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#if nick??>${nick}</#if>",
                "<#if nick?has_content && nick?length gt 3>${nick}</#if>",
                "<#if !nick??>none<#else>${nick}</#if>",
                "<#if !(nick??) || nick == 'x'>x</#if>",
                "${nick???then(nick, 'none')}",
                "${(nick?upper_case)!'x'} ${(items?first.label)!}",
                "<#if brand.logoUrl??>${brand.logoUrl}</#if>",
                "<#if colour == 'RED'>r<#elseif colour == 'GREEN'>g</#if>",
                "${{'RED': 'x', 'GREEN': 'y'}[colour]}",
                "<#switch colour><#case 'RED'>x<#break><#default>y</#switch>",
                "<#assign n = 0><#list items as i><#assign n = n + 1></#list>${n}",
                "<#assign t>${name}</#assign>${t}",
                "<#list items as i>${i?index} ${i?counter}<#sep>, </#list>",
                "<#list items>a<#items as i>${i.label}</#items>z<#else>none</#list>",
                "<#list items?filter(i -> i.label != 'x') as i>${i.label}</#list>",
                "<#list 1..count as n>${n}</#list>${name[0..*3]} ${items[0..]?size}",
                "<#macro m a b='x'>${a} ${b}<#nested a></#macro><@m a=name! b=name; v>${v}</@m><@m name, 'y'/>",
                "<#function f a><#if late><#return a></#if><#return 'x'></#function>${f(name)?upper_case}",
                "<#macro m a=(late && late) b='x'><#if a>${b}</#if></#macro><@m/>",
                "<#macro tree n><#if n gt 0><@tree n - 1/></#if></#macro>",
                "${\"a ${name} b\"} ${r'${nothing}'}",
                "<#noparse>${nothing}</#noparse><#-- ${nothing} -->",
                "<#import \"/layout/text.ftl\" as m><@m.frame name>${at.weekday}, ${at.year?c}</@m.frame>",
                "[#if nothing]",
                "<#compress> <#if (count > 3)>x</#if> </#compress><#if count gte 3>y</#if><#t>",
                "<#assign x = 1, y = 'b', text = x + 1>${x + text} ${y}",
                "<#setting number_format='0'>${count} ${count?string('0')} ${count?string.percent}"
            })
    void whatIsRightIsNoProblem(String template) {
        write("note/text.ftl", template + "\n" + ALL);

        assertThat(problems()).isEmpty();
    }

    @Test
    void aComponentThatNoPartReadsIsAProblemUnlessItIsAllowed() {
        write("note/text.ftl", ALL.replace("${count}", "").replace("${i.label}", "x"));

        assertThat(problems())
                .extracting(TemplateProblem::problem)
                .containsExactly(
                        "no part reads the component count of Note: note/subject.ftl, note/text.ftl",
                        "no part reads the component items[].label of Note: note/subject.ftl, note/text.ftl");
        assertThat(verifier().allowUnused(Note.class, "count", "items[].label").problems())
                .isEmpty();
    }

    @Test
    void missingPartsAreProblems() {
        assertThat(verifier().problems())
                .extracting(TemplateProblem::problem)
                .contains("there is no subject for the locale en", "there is no body for the locale en");

        write("note/html.ftlh", ALL);
        assertThat(problems())
                .singleElement()
                .extracting(TemplateProblem::problem)
                .asString()
                .startsWith("there is no text part for the locale en");
        assertThat(verifier().allowDerivedText(Note.class).problems()).isEmpty();
    }

    @Test
    void aLocaleMustNotFallBackHalfWay() {
        write("note/text.ftl", ALL);
        write("note/html.ftlh", ALL);
        assertThat(problems()).isEmpty();

        write("note/html_es.ftlh", ALL);
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.template()).isEqualTo("note/html_es.ftlh");
            assertThat(problem.problem()).contains("for the locale es", "while note/subject.ftl is in en");
        });
    }

    @Test
    void aVariantForACountryIsFoundWithoutOneForItsLanguage() {
        write("note/text.ftl", ALL);
        write("note/text_es_MX.ftl", "${nombre}" + ALL);
        write("note/subject_es_MX.ftl", "Nota");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.template()).isEqualTo("note/text_es_MX.ftl");
            assertThat(problem.problem()).contains("has no component nombre");
        });
    }

    @Test
    void whatAPartImportsMustBeInItsLanguage() {
        String text = "<#import \"/layout/text.ftl\" as m><@m.frame>" + ALL + "</@m.frame>";
        write("note/text.ftl", text);
        write("note/text_fr.ftl", text);
        write("note/subject_fr.ftl", "Note");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.template()).isEqualTo("layout/text.ftl");
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.problem()).contains("in the language en while note/text_fr.ftl is in fr");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${name?no_esc}                            | HTML must be escaped; ?no_esc
            <#noautoesc>${name}</#noautoesc>          | HTML must be escaped
            <#outputformat "plainText">x</#outputformat> | HTML must be escaped
            <#include "plain.ftl">                    | HTML must be escaped; a file that is not .ftlh
            <p class=${name}>                         | needs quotes around it
            <a href="http://x.example">x</a>          | begins with http:
            <a href="/sign-in">x</a>                  | is no absolute link
            <a href="#">x</a>                         | leads to no place
            <a href="javascript:x()">x</a>            | is no absolute link
            <img src="https://x.example/a.png">       | has no alt text
            """)
    void htmlMustBeSafeAndWorkInMail(String html, String problem) {
        write("note/plain.ftl", "${name}");
        write("note/text.ftl", ALL);
        write("note/html.ftlh", html + "\n" + ALL);

        assertThat(problems()).extracting(TemplateProblem::problem).anySatisfy(found -> assertThat(found)
                .contains(problem));
    }

    @Test
    void aTextThatIsCapturedIsEscapedWhereItIsShown() {
        write("note/text.ftl", ALL);
        write("note/words.ftl", "<#assign hello>Hello ${name}</#assign>");
        write("note/html.ftlh", "<#import 'words.ftl' as words>${words.hello}" + ALL);

        assertThat(problems()).isEmpty();
    }

    @Test
    void whatIsSentAsItIsCanBeAllowed() {
        write("note/text.ftl", ALL);
        write("note/html.ftlh", "${name?no_esc}" + ALL);

        assertThat(problems()).hasSize(1);
        assertThat(verifier().allowUnescaped("note/html.ftlh").problems()).isEmpty();
    }

    @Test
    void subjectsAreOneShortLine() {
        write("note/text.ftl", ALL);
        write("note/subject.ftl", "one\ntwo");
        assertThat(problemsOfSubject()).containsExactly("the subject has a line break; put it on one line");

        write("note/subject.ftl", "x".repeat(151));
        assertThat(problemsOfSubject())
                .containsExactly("the subject has more than 150 characters with a sample; make it shorter");

        write("note/subject.ftl", "x".repeat(150) + "\n");
        assertThat(problemsOfSubject()).isEmpty();
    }

    @Test
    void samplesThatAreGivenAreRendered() {
        write("note/text.ftl", ALL);
        write("note/subject.ftl", "${name}");

        Note note = new Note("n".repeat(200), 1, true, Instant.EPOCH, Optional.empty(), List.of(), Colour.RED);
        assertThat(verifier().samples(note).problems()).hasSize(1);
    }

    @Test
    void aReportNamesEverythingThatIsWrong() {
        write("note/text.ftl", "line\n  ${nmae}\n" + ALL);

        assertThatThrownBy(() -> ready().verify())
                .isInstanceOf(InvalidTemplatesException.class)
                .hasMessageContaining(
                        "note/text.ftl, line 2, column 5, at \"nmae\": Note has no component nmae; it has name,")
                .hasMessageStartingWith("The templates have a problem:");
    }

    private List<String> problemsOfSubject() {
        return verifier().problems().stream().map(TemplateProblem::problem).toList();
    }

    private List<TemplateProblem> problems() {
        return ready().problems();
    }

    private TemplateVerifier ready() {
        write("note/subject.ftl", "Note");
        return verifier();
    }

    private TemplateVerifier verifier() {
        return TemplateVerifier.of(new FreeMarkerConfig(Optional.of(root), Locale.ENGLISH, false, Map.of()))
                .type(new TemplateId("note"), Note.class);
    }

    private void write(String name, String content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

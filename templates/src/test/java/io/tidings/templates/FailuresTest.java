package io.tidings.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidings.error.TemplateException;
import io.tidings.template.TemplateId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    private static final String CANARY = "canary-7f3a";

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${nothing}                | nothing        | 5  | there is no such value
            ${person.nothing}         | person.nothing | 5  | there is no such value
            ${name.first}             | name           | 5  | wrong type
            ${name?number}            |                | 3  | wrong type
            ${name + list}            | list           | 12 | wrong type
            ${flag}                   |                | 3  | cannot be evaluated
            <#list name as x></#list> | name           | 10 | wrong type
            <#if name></#if>          | name           | 8  | wrong type
            """)
    void namesFilePositionAndExpression(String template, String expression, int column, String problem) {
        TemplateException failure = failure("first line\n  " + template);

        assertThat(failure.template()).isEqualTo("note/text.ftl");
        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.column()).isEqualTo(column);
        assertThat(failure.expression()).isEqualTo(Optional.ofNullable(expression));
        assertThat(failure).hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${name?number}",
                "${name?date}",
                "${name?datetime('yyyy')}",
                "${name?boolean}",
                "${name?eval_json}",
                "${person[name]}",
                "${person[name].x}",
                "${list[name]}",
                "${name.first}",
                "${name?string(name)}",
                "${at?number}",
                "${name[99]}",
                "${name[0..99]}",
                "${name?substring(99)}",
                "${name?matches(name + '(')}",
                "${name?new()}",
                "${1 / 0}",
                "${odd}",
                "<#stop name>",
                "<#include name>",
                "<#import name as x>",
                "<#setting boolean_format=name>${flag}",
                "<#attempt>${name?number}<#recover>${nothing}</#attempt>",
                "<#attempt>${name?number}<#recover><#stop .error></#attempt>",
                "<@name/>",
                "${name(name)}",
                "<#assign x = {name: 1}>${x[name].y}",
                "<#outputformat name></#outputformat>",
                "<#ftl output_format='HTML'>${name?markup_string}"
            })
    void noValueIsInAnError(String template) {
        StringWriter everything = new StringWriter();

        failure(template).printStackTrace(new PrintWriter(everything));

        assertThat(everything.toString()).contains("note/text.ftl").doesNotContain(CANARY);
    }

    @Test
    void theExceptionStandsAlone() {
        TemplateException failure = failure("${name?number}");

        assertThat(failure).hasNoCause().hasNoSuppressedExceptions();
        assertThat(failure.toString()).doesNotContain(CANARY);
    }

    @Test
    void nothingIsLoggedNotEvenByAnAttemptThatFails() {
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        Logger logger = Logger.getLogger("freemarker");
        Handler handler = handler(logged);
        logger.addHandler(handler);
        try {
            failure("${name?number}");
            failure("<#stop name>");
            String text = Folder.note(root, "<#attempt>${name?number}<#recover>fine</#attempt>")
                    .text(model());
            assertThat(text).isEqualTo("fine");
        } finally {
            logger.removeHandler(handler);
        }

        assertThat(logged).noneMatch(line -> line.contains(CANARY));
    }

    @Test
    void aSyntaxErrorNamesItsPosition() {
        TemplateException failure = failure("fine\n<#if name>\n" + CANARY + " ${name + }");

        assertThat(failure.template()).isEqualTo("note/text.ftl");
        assertThat(failure.line()).isEqualTo(3);
        assertThat(failure.column()).isPositive();
        assertThat(failure).hasMessageContaining("syntax").hasMessageNotContaining(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fine\n${name + }", "${name?eval}"})
    void saysTheSameTheSecondTime(String template) {
        FreeMarkerTemplatePort port = Folder.note(root, template).port();
        ThrowingCallable rendering = () -> port.render(new TemplateId("note"), model(), Locale.ENGLISH, ZoneOffset.UTC);
        TemplateException first = catchThrowableOfType(TemplateException.class, rendering);
        TemplateException second = catchThrowableOfType(TemplateException.class, rendering);

        assertThat(second).hasMessage(first.getMessage()).hasMessageNotContaining("could not be read");
        assertThat(second.line()).isEqualTo(first.line());
    }

    @Test
    void aSyntaxErrorDoesNotQuoteWhatIsWrong() {
        assertThat(failure("<#if name '" + CANARY + "'></#if>"))
                .hasMessageContaining("syntax")
                .hasMessageNotContaining(CANARY)
                .hasNoCause();
    }

    @Test
    void aValueThatThrowsIsAnErrorOfTheTemplate() {
        List<Object> broken = new AbstractList<>() {
            @Override
            public Object get(int index) {
                throw new IllegalStateException(CANARY);
            }

            @Override
            public int size() {
                return 1;
            }
        };
        Folder folder = Folder.note(root, "${list[0]}");

        TemplateException failure =
                catchThrowableOfType(TemplateException.class, () -> folder.text(Map.of("list", broken)));

        assertThat(failure)
                .hasMessageContaining("cannot be evaluated")
                .hasMessageNotContaining(CANARY)
                .hasNoCause();
    }

    @Test
    void anErrorInAnIncludedFileNamesThatFile() {
        Folder folder = Folder.note(root, "<#include '/shared/part.ftl'>").with("shared/part_en.ftl", "\n${nothing}");

        TemplateException failure = catchThrowableOfType(TemplateException.class, () -> folder.text(model()));

        assertThat(failure.template()).isEqualTo("shared/part_en.ftl");
        assertThat(failure.line()).isEqualTo(2);
    }

    @Test
    void aSyntaxErrorInAnIncludedFileNamesThatFile() {
        Folder folder = Folder.note(root, "<#include '/shared/part.ftl'>").with("shared/part.ftl", "\n${");

        TemplateException failure = catchThrowableOfType(TemplateException.class, () -> folder.text(model()));

        assertThat(failure.template()).isEqualTo("shared/part.ftl");
        assertThat(failure).hasMessageContaining("syntax");
    }

    @Test
    void theLanguagesFileIsNamed() {
        Folder folder = Folder.note(root, "fine").with("note/text_es.ftl", "${nothing}");

        TemplateException failure = catchThrowableOfType(
                TemplateException.class, () -> folder.text(model(), Locale.forLanguageTag("es-MX")));

        assertThat(failure.template()).isEqualTo("note/text_es.ftl");
    }

    @Test
    void aTypeThatTemplatesCannotShowIsNamedWithoutItsValue() {
        assertThat(failure("${odd}"))
                .hasMessageContaining("the type java.lang.StringBuilder")
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void aModelMustNotHideTheBrand() {
        Folder folder = Folder.note(root, "fine");

        TemplateException failure =
                catchThrowableOfType(TemplateException.class, () -> folder.text(Map.of("brand", CANARY)));

        assertThat(failure).hasMessageContaining("must not have a component named brand");
    }

    @Test
    void anEmptySubjectIsAnError() {
        Folder folder = Folder.note(root, "fine").with("note/subject.ftl", " \n ");

        TemplateException failure = catchThrowableOfType(TemplateException.class, () -> folder.text(Map.of()));

        assertThat(failure.template()).isEqualTo("note/subject.ftl");
        assertThat(failure).hasMessageContaining("empty");
    }

    private TemplateException failure(String template) {
        Folder folder = Folder.note(root, template);
        TemplateException failure = catchThrowableOfType(TemplateException.class, () -> folder.text(model()));
        assertThat(failure).as(template).isNotNull();
        return failure;
    }

    private static Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("name", CANARY);
        model.put("person", Map.of("name", CANARY));
        model.put("list", List.of(CANARY));
        model.put("flag", true);
        model.put("at", Instant.EPOCH);
        model.put("odd", new StringBuilder(CANARY));
        return model;
    }

    private static Handler handler(Queue<String> logged) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage() + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        return handler;
    }
}

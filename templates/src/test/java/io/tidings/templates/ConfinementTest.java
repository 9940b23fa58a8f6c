package io.tidings.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.error.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfinementTest {

    private static final String CANARY = "outside-canary";

    @TempDir
    Path parent;

    @Test
    void noObjectCanBeMade() {
        assertRefused("${'freemarker.template.utility.Execute'?new()('id')}");
        assertRefused("${'freemarker.template.utility.ObjectConstructor'?new()('java.lang.Object')}");
        assertRefused("${'freemarker.template.utility.JythonRuntime'?new()}");
    }

    @Test
    void valuesHaveNoApi() {
        assertRefused("${name?api}");
        assertRefused("${map?api.entrySet()}");
        assertRefused("${at?api.getClass()}");
    }

    @Test
    void valuesHaveNoClass() {
        assertRefused("${name.class}");
        assertRefused("${map.class}");
        assertRefused("${at.class}");
        assertRefused("${at.getClass()}");
    }

    @Test
    void thereAreNoStatics() {
        assertRefused("${statics['java.lang.System'].exit(1)}");
        assertRefused("${.globals.statics}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${name?eval}",
                "${name?  eval}",
                "${name?<#-- now --> eval}",
                "${name?<!-- now --> eval}",
                "${name?[!-- now --] eval}",
                "<@name?interpret />",
                "<#assign f = name?interpret>"
            })
    void noValueIsRunAsATemplate(String template) {
        assertRefused(template).hasMessageContaining("no ?eval, no ?interpret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret.ftl",
                "/../../secret.ftl",
                "/note/../../secret.ftl",
                "..%2fsecret.ftl",
                "..\\secret.ftl",
                "file:///etc/hostname",
                "file:/etc/hostname",
                "file://../secret.ftl",
                "classpath:../secret.ftl",
                "classpath:META-INF/MANIFEST.MF",
                "http://localhost/secret.ftl",
                "jar:file:/x.jar!/secret.ftl",
                "/.hidden/secret.ftl"
            })
    void namesThatLeadOutOfTheRootsAreRefused(String name) throws IOException {
        Files.writeString(parent.resolve("secret.ftl"), CANARY);
        new Folder(parent).with("root/.hidden/secret.ftl", CANARY);

        assertRefused("<#include r'" + name + "'>").hasMessageContaining("only files under the templates' roots");
        assertRefused("<#import r'" + name + "' as x>").hasMessageContaining("only files under the templates' roots");
    }

    @Test
    void anAbsoluteNameIsMeantUnderTheRoot() throws IOException {
        Path secret = Files.writeString(parent.resolve("secret.ftl"), CANARY);

        assertRefused("<#include r'" + secret + "'>").hasMessageContaining("not under the templates' roots");
        assertThat(folder("<#include '/layout/words.ftl'>${help}").text(Map.of()))
                .isEqualTo("Questions? Write to");
    }

    @Test
    void aParentWithinTheRootIsFine() {
        assertThat(folder("<#include '../shared.ftl'>")
                        .with("shared.ftl", "shared")
                        .text(Map.of()))
                .isEqualTo("shared");
    }

    @Test
    void aLinkOutOfTheDirectoryIsRefused() throws IOException {
        Path secret = Files.writeString(parent.resolve("secret.ftl"), CANARY);
        Folder folder = folder("<#include 'linked.ftl'>");
        Files.createSymbolicLink(folder.path("note/linked.ftl"), secret);

        assertThatThrownBy(() -> folder.text(Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("only files under the templates' roots")
                .hasMessageNotContaining(parent.toString());
    }

    @Test
    void aPartThatIsALinkOutOfTheDirectoryIsRefused() throws IOException {
        Path secret = Files.writeString(parent.resolve("secret.ftl"), CANARY);
        Folder folder = folder("text");
        Files.createSymbolicLink(folder.path("note/html.ftlh"), secret);

        assertThatThrownBy(() -> folder.text(Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("only files under the templates' roots");
    }

    @Test
    void aLinkWithinTheDirectoryIsFollowed() throws IOException {
        Folder folder = folder("<#include 'linked.ftl'>").with("data/version-1.ftl", "linked");
        Files.createSymbolicLink(folder.path("note/linked.ftl"), folder.path("data/version-1.ftl"));

        assertThat(folder.text(Map.of())).isEqualTo("linked");
    }

    @Test
    void outputIsBounded() {
        assertRefused("<#list 1.. as i>${i?c} and more text</#list>")
                .hasMessageContaining("its output is larger than 2000000 characters");
    }

    @Test
    void endlessRecursionIsAnError() {
        assertRefused("<#macro again><@again/></#macro><@again/>").hasMessageContaining("too deeply");
        assertRefused("<#function f x><#return f(x)></#function>${f(1)}").hasMessageContaining("too deeply");
    }

    @Test
    void largeFilesAreRefused() {
        assertRefused("x".repeat(1_000_001)).hasMessageContaining("larger than 1000000 characters");
    }

    private Folder folder(String template) {
        return Folder.note(parent.resolve("root"), template);
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String template) {
        Map<String, Object> model = Map.of("name", "1 + 1", "map", Map.of("a", "b"), "at", Instant.EPOCH);
        return assertThatThrownBy(() -> folder(template).text(model, Locale.ENGLISH))
                .isInstanceOf(TemplateException.class)
                .hasNoCause()
                .hasMessageNotContaining(CANARY)
                .extracting(e -> (Throwable) e, InstanceOfAssertFactories.THROWABLE);
    }
}

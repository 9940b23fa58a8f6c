package io.tidings.templates.internal.analysis;

import io.tidings.templates.internal.TemplateFile;
import java.util.HashMap;
import java.util.Map;

/** The variables of one file and of what it includes. */
final class Namespace {

    private final TemplateFile file;
    private Map<String, Shape> variables = new HashMap<>();

    Namespace(TemplateFile file) {
        this.file = file;
    }

    TemplateFile file() {
        return file;
    }

    Map<String, Shape> variables() {
        return variables;
    }

    void restore(Map<String, Shape> before) {
        variables = before;
    }
}

package io.tidings.testkit.sendgrid;

import io.tidings.testkit.sendgrid.rules.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SendGrid's format of errors. */
final class Errors {

    private Errors() {}

    /** One error that names no field. */
    static String json(String message) {
        return json(message, null);
    }

    static String json(String message, @Nullable String field) {
        return list(List.of(error(message, field, null)));
    }

    static String json(List<Problem> problems) {
        List<Map<String, @Nullable String>> errors = new ArrayList<>();
        problems.forEach(problem -> errors.add(error(problem.message(), problem.field(), problem.help())));
        return list(errors);
    }

    private static Map<String, @Nullable String> error(String message, @Nullable String field, @Nullable String help) {
        Map<String, @Nullable String> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("field", field);
        error.put("help", help);
        return error;
    }

    private static String list(List<Map<String, @Nullable String>> errors) {
        return Json.write(Map.of("errors", errors));
    }
}

package io.tidings.templates.internal.analysis;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A built-in that is a function of plain values.
 *
 * @param targets of what: T for texts, numbers and times, N for numbers, B for yes or no, M for HTML, S for lists
 * @param required the arguments that it must have: T for a text, N for a number, X for anything
 * @param optional those that it can have
 * @param result null for a list with the same elements
 */
record Signature(
        String targets,
        String required,
        String optional,
        @Nullable Shape result) {

    private static final Map<String, Signature> ALL = new HashMap<>();

    static {
        add("T", "", "", Shapes.TEXT, "upper_case", "c_upper_case", "lower_case", "c_lower_case", "cap_first");
        add("T", "", "", Shapes.TEXT, "uncap_first", "capitalize", "trim", "chop_linebreak");
        add("T", "", "", Shapes.TEXT, "js_string", "json_string", "j_string");
        add("T", "T", "T", Shapes.TEXT, "keep_after", "keep_after_last", "keep_before", "keep_before_last");
        add("T", "T", "", Shapes.TEXT, "remove_beginning", "remove_ending", "ensure_ends_with");
        add("T", "T", "TT", Shapes.TEXT, "ensure_starts_with");
        add("T", "", "T", Shapes.TEXT, "url", "url_path");
        add("T", "TT", "T", Shapes.TEXT, "replace");
        add("T", "N", "T", Shapes.TEXT, "left_pad", "right_pad");
        add("T", "N", "TN", Shapes.TEXT, "truncate", "truncate_w", "truncate_c");
        add("T", "T", "", Shapes.BOOL, "contains", "starts_with", "ends_with");
        add("T", "T", "T", Shapes.BOOL, "matches");
        add("T", "", "", Shapes.NUMBER, "length");
        add("T", "T", "N", Shapes.NUMBER, "index_of", "last_index_of");
        add("T", "T", "T", new Shape.Sequence(Shapes.TEXT), "split");
        add("T", "", "", new Shape.Sequence(Shapes.TEXT), "word_list");
        add("N", "", "", Shapes.NUMBER, "abs", "ceiling", "floor", "round", "int", "long", "double", "float");
        add("N", "", "", Shapes.NUMBER, "short", "byte");
        add("TB", "", "", Shapes.TEXT, "c", "cn");
        add("TM", "", "", Shapes.MARKUP, "esc");
        add("M", "", "", Shapes.TEXT, "markup_string");
        add("S", "", "", Shapes.NUMBER, "size");
        add("S", "T", "TT", Shapes.TEXT, "join");
        add("S", "X", "", Shapes.BOOL, "seq_contains");
        add("S", "X", "N", Shapes.NUMBER, "seq_index_of", "seq_last_index_of");
        add("S", "", "", null, "reverse", "sort", "sequence", "first", "last", "min", "max");
        add("S", "N", "X", null, "chunk");
    }

    private static void add(String targets, String required, String optional, @Nullable Shape result, String... names) {
        for (String name : names) {
            ALL.put(name, new Signature(targets, required, optional, result));
        }
    }

    /** Null for one that is no such function, or unknown. */
    static @Nullable Signature of(String name) {
        return ALL.get(name);
    }

    boolean takes(Shape target) {
        char kind = target instanceof Shape.Markup
                ? 'M'
                : target instanceof Shape.Bool ? 'B' : target instanceof Shape.Sequence ? 'S' : 'T';
        boolean number = target instanceof Shape.Numeric && targets.indexOf('N') >= 0;
        boolean plain = target.printable() || kind != 'T';
        return number || (plain && targets.indexOf(kind) >= 0);
    }

    boolean takes(int arguments) {
        return arguments >= required.length() && arguments <= required.length() + optional.length();
    }

    /** How many arguments it takes, in words. */
    String arguments() {
        int most = required.length() + optional.length();
        if (most == 0) {
            return "no arguments";
        }
        String count = required.length() == most ? "" + most : required.length() + " to " + most;
        return count + (most == 1 ? " argument" : " arguments");
    }

    char argument(int index) {
        return (required + optional).charAt(index);
    }
}

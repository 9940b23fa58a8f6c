package io.tidings.adapter.smtplegacy.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Fields as headers and reports have them: in order, names without case, folded lines joined. Immutable. */
public final class Fields {

    private static final int MAX_FIELDS = 2_000;
    private static final int MAX_VALUE = 8_000;
    private static final Fields NONE = new Fields(List.of());

    private final List<Field> fields;

    private Fields(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    private record Field(String name, String value) {}

    /** None at all. */
    public static Fields none() {
        return NONE;
    }

    /** The fields of a text, up to its first blank line after a field; what is no field is left out. */
    public static Fields of(String text) {
        List<Fields> blocks = blocks(text, 1);
        return blocks.isEmpty() ? NONE : blocks.get(0);
    }

    /**
     * The blocks of fields in a text that blank lines divide. A line that is no field belongs to the one before it, as
     * if it were folded: some who report do not indent.
     *
     * @param most how many blocks to read
     */
    public static List<Fields> blocks(String text, int most) {
        List<Fields> blocks = new ArrayList<>();
        Builder block = new Builder();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (!line.isBlank()) {
                block.line(line);
            } else if (block.hasFields()) {
                blocks.add(block.build());
                block = new Builder();
            }
            if (blocks.size() == most) {
                return blocks;
            }
        }
        if (block.hasFields()) {
            blocks.add(block.build());
        }
        return blocks;
    }

    /** Whether a line begins a field. */
    public static boolean isField(String line) {
        return nameEnd(line) > 0;
    }

    /** Where the colon is; -1 if the line begins no field. */
    private static int nameEnd(String line) {
        int i = 0;
        while (i < line.length() && i < 78 && isNameCharacter(line.charAt(i))) {
            i++;
        }
        boolean named = i > 0 && Character.isLetter(line.charAt(0));
        int colon = i;
        while (colon < line.length() && line.charAt(colon) == ' ') {
            colon++;
        }
        boolean field =
                named && colon < line.length() && line.charAt(colon) == ':' && !line.startsWith("//", colon + 1);
        return field ? colon : -1;
    }

    private static boolean isNameCharacter(char c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '-' || c == '_';
    }

    /** The value of the first field of that name that is not blank. */
    public Optional<String> first(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).findFirst();
    }

    /** The values of all fields of these names, name by name. */
    public List<String> all(String... names) {
        List<String> values = new ArrayList<>();
        for (String name : names) {
            for (Field field : fields) {
                if (field.name.equals(name)) {
                    values.add(field.value);
                }
            }
        }
        return values;
    }

    /** Whether one of them has that name. */
    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name.equals(name));
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Those of these names. */
    public Fields only(Set<String> names) {
        return new Fields(
                fields.stream().filter(field -> names.contains(field.name)).toList());
    }

    /** How many there are. */
    public int size() {
        return fields.size();
    }

    /** Each field as a block of its own, in order. */
    public List<Fields> each() {
        return fields.stream().map(field -> new Fields(List.of(field))).toList();
    }

    /** These and then those. */
    public Fields and(Fields others) {
        List<Field> both = new ArrayList<>(fields);
        both.addAll(others.fields);
        return new Fields(both);
    }

    /** The name of the first field, in lower case; empty if there is none. */
    public String firstName() {
        return fields.isEmpty() ? "" : fields.get(0).name;
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "Fields[" + fields.size() + "]";
    }

    /** Takes lines as they come; bounded, and what is beyond the bounds is left out. */
    static final class Builder {

        private final List<Field> fields = new ArrayList<>();
        private String name = "";
        private final StringBuilder value = new StringBuilder();

        void line(String line) {
            int colon = Character.isWhitespace(line.charAt(0)) ? -1 : nameEnd(line);
            if (colon > 0) {
                end();
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                append(line.substring(colon + 1));
            } else if (!name.isEmpty()) {
                append(line);
            }
        }

        private void append(String text) {
            if (value.length() + text.length() <= MAX_VALUE) {
                value.append(value.isEmpty() ? "" : " ").append(text.strip());
            } else if (value.isEmpty()) {
                value.append(text.strip(), 0, Math.min(MAX_VALUE, text.strip().length()));
            }
        }

        private void end() {
            if (!name.isEmpty() && fields.size() < MAX_FIELDS) {
                fields.add(new Field(name, value.toString()));
            }
            value.setLength(0);
        }

        boolean hasFields() {
            return !name.isEmpty();
        }

        Fields build() {
            end();
            name = "";
            return fields.isEmpty() ? NONE : new Fields(fields);
        }
    }
}

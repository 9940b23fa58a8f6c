package io.tidings.templates.internal.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads words, signs, numbers and texts from a place in a file on. Blanks and comments count for nothing. */
final class Scanner {

    private static final Set<String> RESERVED = Set.of("as", "in", "using", "gt", "gte", "lt", "lte");

    private final Source source;
    private final String text;
    private int at;

    Scanner(Source source, int from) {
        this.source = source;
        this.text = source.text();
        this.at = from;
    }

    /** Where the next thing begins. */
    int next() {
        while (at < text.length()) {
            if (isBlank()) {
                at++;
            } else if (text.startsWith("<#--", at) || text.startsWith("<!--", at) || text.startsWith("[#--", at)) {
                int end = text.indexOf(text.charAt(at) == '[' ? "--]" : "-->", at + 4);
                at = end < 0 ? text.length() : end + 3;
            } else {
                break;
            }
        }
        return at;
    }

    boolean isBlank() {
        return at < text.length() && Character.isWhitespace(text.charAt(at));
    }

    boolean isAt(String sign) {
        return text.startsWith(sign, next());
    }

    /** The first of these signs that stands here. */
    @Nullable
    String takeAny(String... signs) {
        next();
        for (String sign : signs) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return sign;
            }
        }
        return null;
    }

    /** The word that stands here, if it is one of these. */
    @Nullable
    String takeWord(Set<String> words) {
        int from = next();
        int end = endOfWord(from);
        String word = text.substring(from, end);
        if (!words.contains(word)) {
            return null;
        }
        at = end;
        return word;
    }

    void expect(String sign) {
        if (takeAny(sign) == null) {
            throw unreadable();
        }
    }

    /** Whether an expression can begin here. */
    boolean startsOperand() {
        int from = next();
        if (from >= text.length()) {
            return false;
        }
        char first = text.charAt(from);
        return isWordStart(from)
                ? !RESERVED.contains(text.substring(from, endOfWord(from)))
                : Character.isDigit(first) || "\"'([{.!+-".indexOf(first) >= 0;
    }

    boolean isAtWord() {
        return isWordStart(next());
    }

    String word() {
        int from = next();
        int end = endOfWord(from);
        if (end == from) {
            throw unreadable();
        }
        at = end;
        return text.substring(from, end).replace("\\", "");
    }

    String wordOrStar() {
        String star = takeAny("**", "*");
        return star == null ? word() : star;
    }

    /** What stands before an arrow: {@code x ->} or {@code (x, y) ->}; otherwise nothing is read. */
    @Nullable
    List<String> lambdaParameters() {
        int from = next();
        List<String> names = new ArrayList<>();
        boolean parenthesis = takeAny("(") != null;
        while (isAtWord()) {
            names.add(word());
            if (!parenthesis || takeAny(",") == null) {
                break;
            }
        }
        boolean closed = !parenthesis || takeAny(")") != null;
        if (closed && takeAny("->", "-&gt;") != null) {
            return names;
        }
        at = from;
        return null;
    }

    /** The name of {@code name=value}; otherwise nothing is read. */
    @Nullable
    String argumentName() {
        int from = next();
        if (isAtWord()) {
            String name = word();
            if (!isAt("==") && takeAny("=") != null) {
                return name;
            }
        }
        at = from;
        return null;
    }

    boolean takeNumber() {
        int end = digits(next());
        if (end == at) {
            return false;
        }
        boolean fraction = end + 1 < text.length() && text.charAt(end) == '.' && digits(end + 1) > end + 1;
        at = fraction ? digits(end + 1) : end;
        return true;
    }

    boolean isAtText() {
        int from = next();
        boolean raw = text.startsWith("r\"", from) || text.startsWith("r'", from);
        return raw || text.startsWith("\"", from) || text.startsWith("'", from);
    }

    /** The parts of a text literal: strings and expressions. */
    List<Object> text() {
        boolean raw = text.charAt(next()) == 'r';
        at += raw ? 1 : 0;
        char quote = text.charAt(at++);
        List<Object> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (!raw && text.charAt(at) == '\\' && at + 1 < text.length()) {
                plain.append(text.charAt(at + 1));
                at += 2;
            } else if (!raw && (text.startsWith("${", at) || text.startsWith("#{", at))) {
                parts.add(plain.toString());
                plain.setLength(0);
                parts.add(interpolated());
            } else {
                plain.append(text.charAt(at++));
            }
        }
        if (at >= text.length()) {
            throw unreadable();
        }
        at++;
        parts.add(plain.toString());
        return parts;
    }

    private Expr interpolated() {
        at += 2;
        Expr expression = new ExpressionParser(this).expression();
        expect("}");
        return expression;
    }

    Span since(int from) {
        return source.span(from, at);
    }

    UnreadableException unreadable() {
        int from = Math.min(next(), text.length());
        return new UnreadableException(source.span(from, Math.min(from + 1, text.length())));
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private int endOfWord(int from) {
        int end = from;
        while (isWordStart(end) || (end > from && end < text.length() && Character.isDigit(text.charAt(end)))) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }

    private boolean isWordStart(int index) {
        if (index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        boolean escaped = c == '\\' && index + 1 < text.length() && "-.:#".indexOf(text.charAt(index + 1)) >= 0;
        return escaped || Character.isLetter(c) || c == '_' || c == '$' || c == '@';
    }
}

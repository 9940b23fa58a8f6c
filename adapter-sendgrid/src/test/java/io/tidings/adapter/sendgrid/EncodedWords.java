package io.tidings.adapter.sendgrid;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads header values as a mail program does (RFC 2047), as far as the adapter writes them. */
final class EncodedWords {

    private static final Pattern WORDS =
            Pattern.compile("=\\?utf-8\\?B\\?([A-Za-z0-9+/=]+)\\?=( (?==\\?utf-8\\?B\\?))?");

    private EncodedWords() {}

    static String decode(String value) {
        return WORDS.matcher(value)
                .replaceAll((MatchResult word) -> Matcher.quoteReplacement(
                        new String(Base64.getDecoder().decode(word.group(1)), StandardCharsets.UTF_8)));
    }
}

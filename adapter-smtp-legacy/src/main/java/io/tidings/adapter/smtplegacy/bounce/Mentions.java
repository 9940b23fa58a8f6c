package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.adapter.smtplegacy.bounce.clue.Addresses;
import io.tidings.adapter.smtplegacy.bounce.clue.MessageIds;
import io.tidings.adapter.smtplegacy.bounce.message.Fields;
import io.tidings.email.EmailAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which of the addresses in a notice are those that failed, by how they stand in it. */
final class Mentions {

    private static final int MAX_RECIPIENTS = 1_000;
    private static final int NEARBY = 60;

    /** Somebody to turn to, or the sender. */
    private static final Pattern NOT_MEANT =
            Pattern.compile("\\b(?:from|sender|contact|message-?id|reply-to|return-path"
                    + "|assistance|questions|reporting-mta|forward(?:ing)? (?:this|it)[a-z ]{0,20}|write to|send (?:e?mail|mail) to"
                    + "|e-?mail us|help|id|mailto)\\b[^@]{0,40}$");

    private static final Pattern LABEL = Pattern.compile("(?:\\bto|recipients?(?: address)?|address(?:es)?|user|account"
            + "|mailbox|failed|\\bfor|delivered|undeliverable|unknown|invalid|reach|empfänger|an|à|destinat[a-zá]{1,8}|para"
            + "|aan)[\\s\"'`<:=(\u201c\u2018\u00ab-]{1,12}$");

    private static final Pattern LEFT_BEHIND = Pattern.compile(
            "(?:(?:generated|expanded|forwarded|derived|resolved) from|originally (?:(?:sent|addressed) )?to"
                    + "|orig_to)[\\s<:=]{0,6}$");

    private static final Pattern NOT_PEOPLE =
            Pattern.compile("postmaster|mailer-?daemon|abuse|noc|helpdesk|help|support"
                    + "|mail-?admin|hostmaster|root|unblock.*|delist.*");

    private static final String IN_FRONT = " \t<>\"'`*-(\u00b7\u2022\u201c\u2018\u00ab[:.";

    /** How surely an address is one that failed: named in a sentence, behind a label, on a line of its own. */
    private enum Rank {
        POSSIBLE,
        LIKELY,
        LISTED,
        SURE
    }

    /** A list is as good as a label where nobody is known. */
    private static final List<Rank> LEAST = List.of(Rank.SURE, Rank.LIKELY, Rank.POSSIBLE);

    private final Recipients given;
    private final Set<String> ours = new HashSet<>();
    private final Map<String, EmailAddress> addresses = new LinkedHashMap<>();
    private final Map<String, Rank> ranks = new LinkedHashMap<>();

    Mentions(Fields headers, Fields returned, Recipients given) {
        this.given = given;
        Stream.of(
                        headers.all("to", "cc", "delivered-to", "x-original-to", "envelope-to", "from"),
                        returned.all("from", "sender", "return-path", "reply-to", "errors-to", "x-original-from"))
                .flatMap(Collection::stream)
                .flatMap(value -> Addresses.in(value).stream())
                .forEach(found -> ours.add(Addresses.key(found.address())));
        given.named().forEach(address -> ours.remove(Addresses.key(address)));
    }

    List<EmailAddress> recipients(String notice) {
        notice.lines().forEach(this::line);
        List<String> named = addresses.entrySet().stream()
                .filter(each -> given.names(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        boolean inList = named.stream().anyMatch(key -> ranks.get(key) == Rank.LISTED);
        for (Rank least : named.isEmpty() ? LEAST : List.of(inList ? Rank.LISTED : Rank.SURE)) {
            List<EmailAddress> found = new ArrayList<>();
            addresses.forEach((key, address) -> {
                if (ranks.getOrDefault(key, Rank.POSSIBLE).compareTo(least) >= 0 || named.contains(key)) {
                    found.add(address);
                }
            });
            if (!found.isEmpty()) {
                return found.subList(0, Math.min(MAX_RECIPIENTS, found.size()));
            }
        }
        return List.of();
    }

    /** Only those that stand as recipients do. */
    List<EmailAddress> certain(String notice) {
        notice.lines().forEach(this::line);
        return addresses.entrySet().stream()
                .filter(each -> ranks.get(each.getKey()) == Rank.SURE)
                .map(Map.Entry::getValue)
                .limit(MAX_RECIPIENTS)
                .toList();
    }

    private void line(String line) {
        String last = "";
        for (Addresses.Found found : Addresses.in(line)) {
            String key = Addresses.key(found.address());
            String before = line.substring(Math.max(0, found.start() - NEARBY), found.start())
                    .toLowerCase(Locale.ROOT);
            if (LEFT_BEHIND.matcher(before).find()) {
                instead(found.address());
            } else if (isMeant(found.address(), before)) {
                Rank rank = rank(before, line.substring(found.end()));
                // The second of a line is most often the first again, as another host sees it.
                note(key, found.address(), last.isEmpty() || last.equals(key) ? rank : Rank.POSSIBLE);
                last = key;
            }
        }
    }

    private void note(String key, EmailAddress address, Rank rank) {
        addresses.putIfAbsent(key, address);
        ranks.merge(key, rank, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** Where a mailbox forwards to another one, the first is the one that we wrote to. */
    private void instead(EmailAddress address) {
        List<String> keys = List.copyOf(addresses.keySet());
        String last = keys.isEmpty() ? "" : keys.get(keys.size() - 1);
        EmailAddress forwarded = addresses.get(last);
        if (forwarded != null && !given.names(forwarded)) {
            addresses.remove(last);
            ranks.remove(last);
        }
        note(Addresses.key(address), address, Rank.SURE);
    }

    private boolean isMeant(EmailAddress address, String before) {
        String mailbox = address.localPart().toLowerCase(Locale.ROOT);
        return given.names(address)
                || !(ours.contains(Addresses.key(address))
                        || MessageIds.has(mailbox)
                        || NOT_PEOPLE.matcher(mailbox).matches()
                        || NOT_MEANT.matcher(before).find());
    }

    private static Rank rank(String before, String after) {
        String front = before.strip();
        boolean first = front.chars().allMatch(c -> IN_FRONT.indexOf(c) >= 0);
        boolean bracketed = before.endsWith("<") && after.startsWith(">");
        String behind =
                after.replaceFirst("^[>\"'`)\u201d\u2019\u00bb]{1,3}", "").stripLeading();
        if (first && (bracketed || behind.startsWith(":") || behind.startsWith("..."))) {
            return Rank.SURE;
        }
        boolean alone = behind.isEmpty() || ",;.(-[".indexOf(behind.charAt(0)) >= 0 || behind.startsWith("on ");
        Matcher label = LABEL.matcher(before);
        if (first && alone) {
            return Rank.LISTED;
        }
        return label.find() ? Rank.LIKELY : Rank.POSSIBLE;
    }
}

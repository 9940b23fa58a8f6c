package io.tidings.testkit.sendgrid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The simulated account.
 *
 * @param apiKey the only key
 * @param scopes what the key may do
 * @param domains authenticated domains, each with the DNS records that are wrong
 * @param senders single senders, in lower case, and whether they are verified
 */
record Account(String apiKey, Set<String> scopes, Map<String, Set<String>> domains, Map<String, Boolean> senders) {

    /** Of which DNS records authentication by CNAME consists. */
    static final List<String> DNS_RECORDS = List.of("mail_cname", "dkim1", "dkim2");

    Account {
        scopes = Set.copyOf(scopes);
        domains = new LinkedHashMap<>(domains);
        senders = new LinkedHashMap<>(senders);
    }

    /** Whether a mail may come from this address; everybody may if the account was told of no sender. */
    boolean mayBeFrom(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        Set<String> wrong = domains.get(lower.substring(lower.lastIndexOf('@') + 1));
        return (domains.isEmpty() && senders.isEmpty())
                || (wrong != null && wrong.isEmpty())
                || senders.getOrDefault(lower, false);
    }

    /** As {@code GET /v3/whitelabel/domains} gives them; the id is the place in the list, from 1. */
    List<Object> domainsJson(String filter) {
        List<Object> all = new ArrayList<>();
        int id = 0;
        for (Map.Entry<String, Set<String>> domain : domains.entrySet()) {
            id++;
            if (domain.getKey().contains(filter)) {
                all.add(domainJson(id, domain.getKey(), domain.getValue()));
            }
        }
        return all;
    }

    private static Map<String, Object> domainJson(int id, String name, Set<String> wrong) {
        Map<String, Object> dns = new LinkedHashMap<>();
        dns.put("mail_cname", dns(!wrong.contains("mail_cname"), "em1." + name, "u1.wl.sendgrid.net"));
        dns.put("dkim1", dns(!wrong.contains("dkim1"), "s1._domainkey." + name, "s1.domainkey.u1.wl.sendgrid.net"));
        dns.put("dkim2", dns(!wrong.contains("dkim2"), "s2._domainkey." + name, "s2.domainkey.u1.wl.sendgrid.net"));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("user_id", 1);
        json.put("subdomain", "em1");
        json.put("domain", name);
        json.put("username", "simulator");
        json.put("ips", List.of());
        json.put("custom_spf", false);
        json.put("default", id == 1);
        json.put("legacy", false);
        json.put("automatic_security", true);
        json.put("valid", wrong.isEmpty());
        json.put("dns", dns);
        return json;
    }

    private static Map<String, Object> dns(boolean valid, String host, String data) {
        return Map.of("valid", valid, "type", "cname", "host", host, "data", data);
    }

    /** As {@code POST /v3/whitelabel/domains/{id}/validate} gives it. */
    Map<String, Object> validationJson(int id) {
        Set<String> wrong = List.copyOf(domains.values()).get(id - 1);
        Map<String, Object> results = new LinkedHashMap<>();
        for (String record : List.of("mail_cname", "dkim1", "dkim2", "spf")) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("valid", !wrong.contains(record));
            result.put("reason", wrong.contains(record) ? "Expected a record for " + record + ", found none." : null);
            results.put(record, result);
        }
        return Map.of("id", id, "valid", wrong.isEmpty(), "validation_results", results);
    }

    /** As {@code GET /v3/verified_senders} gives them. */
    Map<String, Object> sendersJson() {
        List<Object> results = new ArrayList<>();
        senders.forEach((address, verified) -> results.add(Map.of(
                "id",
                results.size() + 1,
                "nickname",
                "Sender " + (results.size() + 1),
                "from_email",
                address,
                "from_name",
                "",
                "reply_to",
                address,
                "reply_to_name",
                "",
                "verified",
                verified,
                "locked",
                false)));
        return Map.of("results", results);
    }
}

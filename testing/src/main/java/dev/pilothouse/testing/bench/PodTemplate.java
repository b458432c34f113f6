package dev.pilothouse.testing.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Makes pod number `i` of the bench, always the same one, from `pod.yaml`.
final class PodTemplate {
    static final int NAMESPACES = 50;
    static final int NODES = 100;
    /// One in so many crashes again and again.
    static final int FAILING = 200;

    private static final int APPS = 20;
    /// 36⁵; a factor without a common divisor makes every pod's five letters differ.
    private static final long SUFFIXES = 60_466_176;

    private static final long SCATTER = 7_919_077;

    private static final List<String> ROLES =
            List.of("cart", "search", "checkout", "payments", "stock", "orders", "mail", "images", "reviews", "prices");

    private final String pod;
    private final String status;
    private final String version;

    /// A pod to be made: `POST` it, then patch its status.
    ///
    /// @param body JSON
    /// @param status JSON, a patch of the whole object
    record Made(String namespace, String name, String body, String status) {}

    PodTemplate() {
        String yaml = read("pod.yaml");
        ObjectMapper json = new ObjectMapper();
        var documents =
                new Load(LoadSettings.builder().build()).loadAllFromString(yaml).iterator();
        try {
            pod = json.writeValueAsString(documents.next());
            status = json.writeValueAsString(documents.next());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        version = digest(yaml + values(1) + values(12_345)).substring(0, 12);
    }

    /// Changes when pods come out differently.
    String version() {
        return version;
    }

    /// Pod number `i`. Half of them, those with an even number, have names that begin with `web-`.
    Made pod(int i) {
        Map<String, String> values = values(i);
        return new Made(namespace(i), name(i), fill(pod, values), fill(status, values));
    }

    static String namespace(int i) {
        return "team-%02d".formatted(i / APPS % NAMESPACES);
    }

    static String name(int i) {
        String suffix = Long.toString(i * SCATTER % SUFFIXES, 36);
        return app(i) + "-" + hash(i) + "-" + "0".repeat(5 - suffix.length()) + suffix;
    }

    private static String app(int i) {
        return (i % 2 == 0 ? "web-" : "job-") + ROLES.get(i / 2 % ROLES.size());
    }

    private static String hash(int i) {
        return digest(app(i) + namespace(i)).substring(0, 10);
    }

    private static Map<String, String> values(int i) {
        boolean failing = i % FAILING == FAILING - 1;
        String started = "2026-%02d-%02dT%02d:%02d:00Z".formatted(1 + i % 10, 1 + i % 28, i % 24, i % 60);
        String digest = digest("pod " + i);
        Map<String, String> values = new TreeMap<>(Map.of(
                "name", name(i),
                "namespace", namespace(i),
                "app", app(i),
                "hash", hash(i),
                "patch", String.valueOf(i % 17),
                "tier", i % 3 == 0 ? "front" : "back",
                "zone", String.valueOf("abc".charAt(i % 3)),
                "node", "node-%02d".formatted(i * 31 % NODES),
                "nodeIp", "192.168.7.%d".formatted(1 + i * 31 % NODES),
                "ip", "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255)));
        values.put(
                "owner",
                "%s-%s-4000-8000-%s".formatted(digest.substring(0, 8), digest.substring(8, 12), hash(i)) + "00");
        values.put("digest", digest);
        values.put("started", started);
        values.put("cpu", String.valueOf(50 + i % 8 * 50));
        values.put("memory", String.valueOf(64 + i % 5 * 64));
        values.put("ready", failing ? "False" : "True");
        values.put("healthy", String.valueOf(!failing));
        values.put("restarts", String.valueOf(failing ? 100 + i % 50 : i % 4));
        values.put("state", failing ? FAILURE : "{\"running\":{\"startedAt\":\"" + started + "\"}}");
        return values;
    }

    private static final String FAILURE =
            "{\"waiting\":{\"reason\":\"CrashLoopBackOff\",\"message\":\"back-off 5m0s restarting failed container\"}}";

    /// A text that is nothing but `${…}` may become a number, a truth value or an object, without its quotes.
    private static final List<String> BARE = List.of("healthy", "restarts", "state");

    private static String fill(String template, Map<String, String> values) {
        StringBuilder filled = new StringBuilder(template.length() + 1024);
        int at = 0;
        for (int start = template.indexOf("${"); start >= 0; start = template.indexOf("${", at)) {
            int end = template.indexOf('}', start);
            String name = template.substring(start + 2, end);
            String value = values.get(name);
            if (value == null) throw new IllegalStateException("pod.yaml asks for " + name);
            int quote = BARE.contains(name) ? 1 : 0;
            filled.append(template, at, start - quote).append(value);
            at = end + 1 + quote;
        }
        return filled.append(template, at, template.length()).toString();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String read(String resource) {
        try (InputStream in = PodTemplate.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("no " + resource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

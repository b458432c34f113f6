package dev.pilothouse.demo.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills a log line's placeholders: `{time}`, `{clock}`, `{web}`, `{app}`, `{ms}`, `{n}`, `{id}`, `{ip}`, `{path}`,
/// `{status}`, `{user}`.
///
/// @param bits chance; each placeholder of a line gets other bits of it
record LogPattern(String app, Instant time, long bits) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final String[] PATHS = {
        "/",
        "/cart",
        "/checkout",
        "/api/v2/products?page=3",
        "/api/v2/search?q=boots",
        "/api/v2/orders/81723",
        "/healthz",
        "/assets/app.9f31.js"
    };
    private static final String[] STATUSES = {"200", "200", "200", "200", "204", "304", "404", "201", "200", "502"};
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WEB =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter KLOG =
            DateTimeFormatter.ofPattern("MMdd HH:mm:ss.SSS'000'", Locale.ROOT).withZone(ZoneOffset.UTC);

    String fill(String pattern) {
        var text = new StringBuilder();
        var places = PLACE.matcher(pattern);
        int salt = 0;
        while (places.find()) {
            places.appendReplacement(text, Matcher.quoteReplacement(value(places.group(1), Names.mix(bits + salt++))));
        }
        return places.appendTail(text).toString();
    }

    private String value(String name, long chance) {
        return switch (name) {
            case "time" -> ISO.format(time);
            case "clock" -> CLOCK.format(time);
            case "web" -> WEB.format(time);
            case "klog" -> KLOG.format(time);
            case "app" -> app;
            case "ms" -> Long.toString(2 + Math.floorMod(chance, 90) * (Math.floorMod(chance >> 20, 17) == 0 ? 21 : 1));
            case "n" -> Long.toString(Math.floorMod(chance, 900) + 1);
            case "id" -> Long.toHexString(chance).substring(0, 8);
            case "ip" -> "10.42." + Math.floorMod(chance, 6) + "." + (2 + Math.floorMod(chance >> 9, 60));
            case "path" -> PATHS[Math.floorMod(chance, PATHS.length)];
            case "status" -> STATUSES[Math.floorMod(chance, STATUSES.length)];
            case "user" -> "u-" + (10000 + Math.floorMod(chance, 80000));
            default -> "{" + name + "}";
        };
    }
}

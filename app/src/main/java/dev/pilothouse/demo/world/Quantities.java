package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;

/// Reads the quantities of requests and limits.
final class Quantities {

    private Quantities() {}

    /// Cores in thousandths; 0 where there is none.
    static double millis(JsonNode quantity) {
        var text = quantity.asText("");
        if (text.isEmpty()) {
            return 0;
        }
        return text.endsWith("m")
                ? Double.parseDouble(text.substring(0, text.length() - 1))
                : Double.parseDouble(text) * 1000;
    }

    /// Memory in MiB; 0 where there is none.
    static double mebi(JsonNode quantity) {
        var text = quantity.asText("");
        if (text.isEmpty()) {
            return 0;
        }
        var number = text.replaceFirst("[A-Za-z]+$", "");
        double factor = switch (text.substring(number.length())) {
            case "Ki" -> 1.0 / 1024;
            case "Mi" -> 1;
            case "Gi" -> 1024;
            case "M" -> 1e6 / 1048576;
            case "G" -> 1e9 / 1048576;
            default -> 1.0 / 1048576;
        };
        return Double.parseDouble(number) * factor;
    }
}

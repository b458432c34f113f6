package dev.pilothouse.kube.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.resource.Column;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Reads a Table's cells as their columns want them. A cell may be anything; what does not fit its column is no value.
final class TableCells {
    /// Cells of lists and objects are cut here, in characters.
    private static final int LONGEST_STRUCTURE = 512;

    /// More digits than any age has.
    private static final int LONGEST_NUMBER = 9;

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser json;
    private final JsonCursor cursor;
    private final InstantSource clock;

    TableCells(JsonBody body, InstantSource clock) {
        this.json = body.json();
        this.cursor = body.cursor();
        this.clock = clock;
    }

    /// Reads the cell that the parser stands on.
    @Nullable Object read(Column<?> column) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) return null;
        return switch (column.type()) {
            case COUNT -> count(token);
            case AGE -> token == JsonToken.VALUE_STRING ? moment(cursor.sharedText()) : passOver();
            default -> token.isStructStart() ? structure() : cursor.sharedText();
        };
    }

    private @Nullable Object passOver() throws IOException {
        json.skipChildren();
        return null;
    }

    private @Nullable Object count(JsonToken token) throws IOException {
        if (token.isStructStart()) return passOver();
        if (token.isBoolean()) return null;
        String text = cursor.sharedText();
        try {
            return token == JsonToken.VALUE_NUMBER_FLOAT ? Math.round(Double.parseDouble(text)) : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// The moment that a cell names: a time, or, as servers write it, how long that is ago: `3d4h`.
    private @Nullable Instant moment(String text) {
        try {
            if (text.indexOf('T') > 0) return Instant.parse(text);
            Duration ago = ago(text);
            return ago == null ? null : clock.instant().minus(ago);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /// Reads what kubectl and servers write for people: numbers with `y`, `d`, `h`, `m`, `s`. Years have 365 days.
    private static @Nullable Duration ago(String text) {
        long seconds = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) continue;
            if (i == start || i - start > LONGEST_NUMBER) return null;
            long unit = secondsOf(text.charAt(i));
            if (unit == 0) return null;
            seconds += unit * Integer.parseInt(text, start, i, 10);
            start = i + 1;
        }
        return start == 0 || start < text.length() ? null : Duration.ofSeconds(seconds);
    }

    private static long secondsOf(char unit) {
        return switch (unit) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            case 'y' -> 365 * 86_400L;
            default -> 0;
        };
    }

    /// A list or an object as it stands in JSON, cut where it gets long.
    private String structure() throws IOException {
        CutText text = new CutText(LONGEST_STRUCTURE);
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }
}

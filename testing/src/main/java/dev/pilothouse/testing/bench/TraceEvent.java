package dev.pilothouse.testing.bench;

import com.fasterxml.jackson.databind.JsonNode;

/// One line of the program's trace; docs/trace.md lists the events and their fields.
///
/// @param t milliseconds since the program's JVM was started
/// @param name the event
/// @param fields the whole line
record TraceEvent(double t, String name, JsonNode fields) {

    boolean is(String event) {
        return name.equals(event);
    }

    /// A field's text, empty where it has none.
    String text(String field) {
        return fields.path(field).asText();
    }

    /// A field's number.
    double number(String field) {
        if (!fields.path(field).isNumber()) throw new BrokenMeasurement("no number " + field + " in " + fields);
        return fields.path(field).asDouble();
    }
}

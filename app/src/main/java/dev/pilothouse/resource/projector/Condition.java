package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.stream.ObjectStream;
import java.util.List;

/// The condition of `status.conditions` under way; reused from one to the next.
final class Condition {
    static final String PATH = "status.conditions";
    static final List<String> PATHS = List.of(PATH + ".type", PATH + ".status", PATH + ".reason");

    private String type = "";
    private String status = "";
    private String reason = "";

    /// Takes a value of one of its paths; false where the path is none of them.
    boolean field(String path, ObjectStream in) {
        switch (path) {
            case PATH + ".type" -> type = in.string();
            case PATH + ".status" -> status = in.string();
            case PATH + ".reason" -> reason = in.string();
            default -> {
                return false;
            }
        }
        return true;
    }

    String type() {
        return type;
    }

    String status() {
        return status;
    }

    String reason() {
        return reason;
    }

    /// Whether it is of this type.
    boolean is(String wanted) {
        return type.equals(wanted);
    }

    /// Whether it holds.
    boolean holds() {
        return status.equals("True");
    }

    void clear() {
        type = "";
        status = "";
        reason = "";
    }
}

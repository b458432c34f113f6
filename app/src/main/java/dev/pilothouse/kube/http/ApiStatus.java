package dev.pilothouse.kube.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.CodedInputStream;
import dev.pilothouse.kube.Failure.FieldCause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A `Status` of the API machinery: how the server says that something went wrong.
///
/// @param code the HTTP status, 0 where it names none
/// @param reason such as `Forbidden` or `Expired`
/// @param message what the server says
/// @param group the API group concerned, empty for the core group or none
/// @param resource what it concerns, such as `pods`, empty where it names none
/// @param causes what is wrong with which field
/// @param retryAfterSeconds when to come back, 0 where it does not say
public record ApiStatus(
        int code,
        String reason,
        String message,
        String group,
        String resource,
        List<FieldCause> causes,
        int retryAfterSeconds) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_CAUSES = 100;
    private static final byte[] PROTOBUF_MAGIC = {'k', '8', 's', 0};

    /// Copies the causes.
    public ApiStatus {
        causes = List.copyOf(causes);
    }

    /// A status that says no more than its code and this text.
    public static ApiStatus plain(int code, String message) {
        return new ApiStatus(code, "", message, "", "", List.of(), 0);
    }

    /// Reads a status in JSON or protobuf; empty where the bytes are something else, such as a proxy's page.
    public static Optional<ApiStatus> parse(byte[] body) {
        try {
            return startsWithMagic(body) ? protobuf(body) : json(body);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // not a Status: the caller shows the bytes as text instead
        }
    }

    private static Optional<ApiStatus> json(byte[] body) throws IOException {
        JsonNode root = JSON.readTree(body);
        if (root == null || !root.path("kind").asText().equals("Status")) return Optional.empty();
        JsonNode details = root.path("details");
        List<FieldCause> causes = new ArrayList<>();
        for (JsonNode cause : details.path("causes")) {
            if (causes.size() < MAX_CAUSES) {
                causes.add(new FieldCause(text(cause, "field"), text(cause, "reason"), text(cause, "message")));
            }
        }
        return Optional.of(new ApiStatus(
                root.path("code").asInt(),
                text(root, "reason"),
                text(root, "message"),
                text(details, "group"),
                text(details, "kind"),
                causes,
                details.path("retryAfterSeconds").asInt()));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static boolean startsWithMagic(byte[] body) {
        return body.length > 4 && java.util.Arrays.equals(body, 0, 4, PROTOBUF_MAGIC, 0, 4);
    }

    /// `runtime.Unknown`, whose field 2 is the message.
    private static Optional<ApiStatus> protobuf(byte[] body) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(body, 4, body.length - 4);
        boolean status = false;
        byte[] raw = {};
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag >>> 3) {
                case 1 -> status = new String(in.readByteArray(), StandardCharsets.UTF_8).contains("Status");
                case 2 -> raw = in.readByteArray();
                default -> in.skipField(tag);
            }
        }
        return status ? Optional.of(message(CodedInputStream.newInstance(raw))) : Optional.empty();
    }

    /// `meta.v1.Status`: 3 message, 4 reason, 5 details, 6 code.
    private static ApiStatus message(CodedInputStream in) throws IOException {
        int code = 0;
        String reason = "";
        String message = "";
        ApiStatus details = plain(0, "");
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag >>> 3) {
                case 3 -> message = in.readString();
                case 4 -> reason = in.readString();
                case 5 -> details = details(in.readByteBuffer());
                case 6 -> code = in.readInt32();
                default -> in.skipField(tag);
            }
        }
        return new ApiStatus(
                code,
                reason,
                message,
                details.group(),
                details.resource(),
                details.causes(),
                details.retryAfterSeconds());
    }

    /// `StatusDetails`: 2 group, 3 kind, 4 causes, 5 retryAfterSeconds.
    private static ApiStatus details(java.nio.ByteBuffer bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        String group = "";
        String resource = "";
        List<FieldCause> causes = new ArrayList<>();
        int retryAfter = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag >>> 3) {
                case 2 -> group = in.readString();
                case 3 -> resource = in.readString();
                case 4 -> {
                    FieldCause cause = cause(in.readByteBuffer());
                    if (causes.size() < MAX_CAUSES) causes.add(cause);
                }
                case 5 -> retryAfter = in.readInt32();
                default -> in.skipField(tag);
            }
        }
        return new ApiStatus(0, "", "", group, resource, causes, retryAfter);
    }

    /// `StatusCause`: 1 reason, 2 message, 3 field.
    private static FieldCause cause(java.nio.ByteBuffer bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        String reason = "";
        String message = "";
        String field = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag >>> 3) {
                case 1 -> reason = in.readString();
                case 2 -> message = in.readString();
                case 3 -> field = in.readString();
                default -> in.skipField(tag);
            }
        }
        return new FieldCause(field, reason, message);
    }
}

package dev.pilothouse.kube.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilothouse.kube.Failure.FieldCause;
import dev.pilothouse.kube.wire.ProtobufEnvelope;
import dev.pilothouse.kube.wire.ProtobufInput;
import dev.pilothouse.kube.wire.TextPool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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

    // Tags of meta.v1.Status, StatusDetails and StatusCause.
    private static final int MESSAGE = (3 << 3) | ProtobufInput.BYTES;
    private static final int REASON = (4 << 3) | ProtobufInput.BYTES;
    private static final int DETAILS = (5 << 3) | ProtobufInput.BYTES;
    private static final int CODE = (6 << 3) | ProtobufInput.VARINT;
    private static final int DETAILS_GROUP = (2 << 3) | ProtobufInput.BYTES;
    private static final int DETAILS_KIND = (3 << 3) | ProtobufInput.BYTES;
    private static final int DETAILS_CAUSES = (4 << 3) | ProtobufInput.BYTES;
    private static final int DETAILS_RETRY_AFTER = (5 << 3) | ProtobufInput.VARINT;
    private static final int CAUSE_REASON = (1 << 3) | ProtobufInput.BYTES;
    private static final int CAUSE_MESSAGE = (2 << 3) | ProtobufInput.BYTES;
    private static final int CAUSE_FIELD = (3 << 3) | ProtobufInput.BYTES;

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
            return startsWithMagic(body) ? Optional.of(protobuf(body)) : json(body);
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

    private static ApiStatus protobuf(byte[] body) throws IOException {
        ProtobufInput in = new ProtobufInput(new ByteArrayInputStream(body), new TextPool());
        ProtobufEnvelope.open(in);
        int code = 0;
        String reason = "";
        String message = "";
        ApiStatus details = plain(0, "");
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            switch (tag) {
                case MESSAGE -> message = in.uniqueText();
                case REASON -> reason = in.uniqueText();
                case DETAILS -> details = details(in);
                case CODE -> code = (int) in.varint();
                default -> in.skip(tag & 7);
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

    private static ApiStatus details(ProtobufInput in) throws IOException {
        long around = in.enter();
        String group = "";
        String resource = "";
        List<FieldCause> causes = new ArrayList<>();
        int retryAfter = 0;
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            switch (tag) {
                case DETAILS_GROUP -> group = in.uniqueText();
                case DETAILS_KIND -> resource = in.uniqueText();
                case DETAILS_CAUSES -> {
                    FieldCause cause = cause(in);
                    if (causes.size() < MAX_CAUSES) causes.add(cause);
                }
                case DETAILS_RETRY_AFTER -> retryAfter = (int) in.varint();
                default -> in.skip(tag & 7);
            }
        }
        in.leave(around);
        return new ApiStatus(0, "", "", group, resource, causes, retryAfter);
    }

    private static FieldCause cause(ProtobufInput in) throws IOException {
        long around = in.enter();
        String reason = "";
        String message = "";
        String field = "";
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            switch (tag) {
                case CAUSE_REASON -> reason = in.uniqueText();
                case CAUSE_MESSAGE -> message = in.uniqueText();
                case CAUSE_FIELD -> field = in.uniqueText();
                default -> in.skip(tag & 7);
            }
        }
        in.leave(around);
        return new FieldCause(field, reason, message);
    }
}

package dev.pilothouse.kube.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.resource.stream.FieldTree;
import dev.pilothouse.resource.stream.MalformedObjectException;
import dev.pilothouse.resource.stream.ObjectStream;
import dev.pilothouse.resource.stream.Projector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The cursor over JSON. A null is as good as an absent field; a value of another shape than its field has is passed
/// over where fields of it are wanted, and refused where it is wanted itself.
final class JsonCursor implements ObjectStream {
    private final JsonParser json;
    private final TextPool pool;
    private String key = "";
    private long kept; // characters of the object under way that were asked for

    JsonCursor(JsonParser json, TextPool pool) {
        this.json = json;
        this.pool = pool;
    }

    /// Reads the object whose opening brace the parser stands on, up to its closing one.
    void object(Projector projector) throws IOException {
        startOver();
        try {
            fields(projector, projector.fields().root());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// What is read from here on belongs to another object.
    void startOver() {
        kept = 0;
    }

    /// Reads the metadata that the parser stands on, outside of the object it belongs to.
    void metadata(Projector projector) throws IOException {
        startOver();
        FieldTree.Node node = projector.fields().root().child("metadata");
        if (node == null) throw new IllegalStateException("every projector wants metadata");
        try {
            messages(projector, node, json.currentToken());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void fields(Projector projector, FieldTree.Node node) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            FieldTree.Node child = node.child(json.currentName());
            JsonToken value = json.nextToken();
            if (child == null) json.skipChildren();
            else if (child.isLeaf()) leaf(projector, child, value);
            else messages(projector, child, value);
        }
    }

    private void messages(Projector projector, FieldTree.Node node, JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            for (JsonToken element = json.nextToken(); element != JsonToken.END_ARRAY; element = json.nextToken()) {
                if (element == JsonToken.START_OBJECT) message(projector, node);
                else json.skipChildren();
            }
        } else if (token == JsonToken.START_OBJECT) {
            message(projector, node);
        }
    }

    private void message(Projector projector, FieldTree.Node node) throws IOException {
        projector.begin(node);
        fields(projector, node);
        projector.end(node);
    }

    private void leaf(Projector projector, FieldTree.Node node, JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            for (JsonToken element = json.nextToken(); element != JsonToken.END_ARRAY; element = json.nextToken()) {
                value(projector, node, element);
            }
        } else if (token == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                key = sharedText();
                value(projector, node, json.nextToken());
            }
        } else {
            value(projector, node, token);
        }
    }

    private void value(Projector projector, FieldTree.Node node, JsonToken token) throws IOException {
        if (token.isStructStart()) json.skipChildren();
        else if (token != JsonToken.VALUE_NULL) projector.field(node, this);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String string() {
        require(JsonToken.VALUE_STRING);
        return shared();
    }

    @Override
    public String unique() {
        require(JsonToken.VALUE_STRING);
        try {
            return uniqueText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long integer() {
        require(JsonToken.VALUE_NUMBER_INT);
        try {
            return json.getLongValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean bool() {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) throw unexpected();
        return token == JsonToken.VALUE_TRUE;
    }

    @Override
    public @Nullable Instant time() {
        String text = unique();
        if (text.isEmpty()) return null;
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedObjectException("not a time", e);
        }
    }

    @Override
    public String quantity() {
        return intOrString();
    }

    @Override
    public String intOrString() {
        if (!json.currentToken().isScalarValue()) throw unexpected();
        return shared();
    }

    @Override
    public void skip() {
        // The parser passes over what it was not asked for.
    }

    private String shared() {
        try {
            return sharedText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of the current token, shared where it is short.
    String sharedText() throws IOException {
        int length = json.getTextLength();
        keep(length);
        if (length > ProtobufInput.LONGEST_TEXT) return cut(json.getText());
        return pool.share(json.getTextCharacters(), json.getTextOffset(), length);
    }

    /// The text of the current token, which comes once.
    String uniqueText() throws IOException {
        String text = cut(json.getText());
        keep(text.length());
        return text;
    }

    private void keep(int length) {
        kept += Math.min(length, ProtobufInput.LONGEST_TEXT);
        if (kept > ProtobufInput.LARGEST_OBJECT)
            throw new MalformedObjectException("an object of " + kept + " characters");
    }

    private static String cut(String text) {
        int end = ProtobufInput.LONGEST_TEXT;
        if (text.length() <= end) return text;
        if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end) + '…';
    }

    private void require(JsonToken wanted) {
        if (json.currentToken() != wanted) throw unexpected();
    }

    private MalformedObjectException unexpected() {
        return new MalformedObjectException("not the value that its field has, but " + json.currentToken());
    }
}

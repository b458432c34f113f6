package dev.pilothouse.demo.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.FieldSelector;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.LabelSelector;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.demo.store.ObjectStore.Listed;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.demo.table.Tables;
import dev.pilothouse.demo.world.World;
import dev.pilothouse.resource.ResourceKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/// Answers `get` and `list`, whole or in pages, as objects, metadata or a Table.
final class ReadHandler {
    private final ObjectStore store;
    private final Kinds kinds;
    private final Tables tables;
    private final World world;

    ReadHandler(ObjectStore store, Kinds kinds, Tables tables, World world) {
        this.store = store;
        this.kinds = kinds;
        this.tables = tables;
        this.world = world;
    }

    void get(Call call, Target target) throws IOException {
        var media = MediaType.accepted(call.header("Accept"));
        var object = find(target);
        if (target.subresource().equals("scale")) {
            call.answer(200, Scales.of(object));
        } else if (media.table()) {
            var include = Tables.Include.parse(call.query("includeObject"));
            var table = tables.table(target.kind(), List.of(object), include, true);
            Meta.of(table).put("resourceVersion", Meta.resourceVersion(object));
            call.answer(200, table);
        } else {
            call.answer(200, media.partial() ? Tables.partial(object) : object);
        }
    }

    /// The object that a target names.
    ///
    /// @throws StatusException with 404 where there is none
    ObjectNode find(Target target) {
        var found = isComputed(target.kind())
                ? world.metrics(target.kind()).stream()
                        .filter(o -> Meta.name(o).equals(target.name())
                                && Meta.namespace(o).equals(target.namespace()))
                        .findFirst()
                        .orElse(null)
                : store.find(target.kind(), target.namespace(), target.name());
        if (found == null) {
            throw StatusException.notFound(target.kind().gvr(), target.name());
        }
        return found;
    }

    /// Which objects a request is about: its namespace, its labels, its fields.
    static Predicate<ObjectNode> selector(Call call, Target target) {
        Predicate<ObjectNode> selector = LabelSelector.parse(call.query("labelSelector"))
                .and(FieldSelector.parse(target.kind(), call.query("fieldSelector")));
        if (!target.namespace().isEmpty()) {
            selector = selector.and(o -> Meta.namespace(o).equals(target.namespace()));
        }
        if (!target.name().isEmpty()) {
            selector = selector.and(o -> Meta.name(o).equals(target.name()));
        }
        return selector;
    }

    void list(Call call, Target target) throws IOException {
        var media = MediaType.accepted(call.header("Accept"));
        var page = page(call, target);
        var metadata = call.mapper().createObjectNode();
        metadata.put("resourceVersion", Long.toString(page.version()));
        if (!page.next().isEmpty()) {
            metadata.put("continue", page.next());
            if (call.query("labelSelector").isEmpty()
                    && call.query("fieldSelector").isEmpty()) {
                metadata.put("remainingItemCount", page.remaining());
            }
        }
        if (media.table()) {
            var include = Tables.Include.parse(call.query("includeObject"));
            var table = tables.table(target.kind(), page.objects(), include, true);
            table.set("metadata", metadata);
            call.answer(200, table);
        } else {
            write(call, target.kind(), page.objects(), metadata, media.partial());
        }
    }

    private void write(Call call, ResourceKind kind, List<ObjectNode> objects, ObjectNode metadata, boolean partial)
            throws IOException {
        var bytes = new ByteArrayOutputStream(Math.max(1024, objects.size() * 4096));
        boolean typed = partial || kinds.custom(kind);
        try (var json = call.mapper().getFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("kind", partial ? "PartialObjectMetadataList" : kind.kind() + "List");
            json.writeStringField(
                    "apiVersion", partial ? "meta.k8s.io/v1" : kind.gvr().apiVersion());
            json.writeFieldName("metadata");
            json.writeTree(metadata);
            json.writeArrayFieldStart("items");
            for (var object : objects) {
                item(json, partial ? Tables.partial(object) : object, typed);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        call.answer(200, "application/json", bytes.toByteArray());
    }

    // Items of built-in kinds come without kind and apiVersion, as the real server sends them.
    private static void item(JsonGenerator json, ObjectNode object, boolean typed) throws IOException {
        if (typed) {
            json.writeTree(object);
            return;
        }
        json.writeStartObject();
        for (var field : object.properties()) {
            if (!field.getKey().equals("kind") && !field.getKey().equals("apiVersion")) {
                json.writeFieldName(field.getKey());
                json.writeTree(field.getValue());
            }
        }
        json.writeEndObject();
    }

    private record Page(List<ObjectNode> objects, long version, String next, int remaining) {}

    private Page page(Call call, Target target) {
        var token = call.query("continue");
        versioned(call, token);
        var list = token.isEmpty() ? current(call, target.kind()) : resumed(target.kind(), token);
        int from = token.isEmpty()
                ? 0
                : Math.min(Token.parse(token).from(), list.objects().size());
        var selector = selector(call, target);
        long limit = call.number("limit", 0);
        List<ObjectNode> found = new ArrayList<>();
        int at = from;
        for (; at < list.objects().size() && (limit <= 0 || found.size() < limit); at++) {
            if (selector.test(list.objects().get(at))) {
                found.add(list.objects().get(at));
            }
        }
        int remaining = (int) list.objects().subList(at, list.objects().size()).stream()
                .filter(selector)
                .count();
        if (remaining == 0) {
            return new Page(found, list.version(), "", 0);
        }
        store.remember(list);
        return new Page(found, list.version(), new Token(list.version(), at).text(), remaining);
    }

    /// Refuses what the real server refuses of a list's version.
    private static void versioned(Call call, String token) {
        var version = call.query("resourceVersion");
        var match = call.query("resourceVersionMatch");
        boolean any = version.isEmpty() || version.equals("0");
        if (!token.isEmpty() && !any) {
            throw StatusException.badRequest("specifying resource version is not allowed when using continue");
        }
        if (!match.isEmpty() && !match.equals("Exact") && !match.equals("NotOlderThan")) {
            throw Validation.option("ListOptions", "resourceVersionMatch", "Unsupported value: \"" + match + "\"");
        }
        if (!match.isEmpty() && (version.isEmpty() || !token.isEmpty() || (any && match.equals("Exact")))) {
            throw Validation.option(
                    "ListOptions", "resourceVersionMatch", "Forbidden: needs a resourceVersion that it can match");
        }
    }

    // A page of a version without a word on how to match it is of exactly that version.
    private static boolean exact(Call call, long asked) {
        var match = call.query("resourceVersionMatch");
        return match.equals("Exact") || (match.isEmpty() && asked > 0 && call.number("limit", 0) > 0);
    }

    private Listed current(Call call, ResourceKind kind) {
        long asked = call.number("resourceVersion", 0);
        if (isComputed(kind)) {
            return new Listed(kind, world.metrics(kind), store.version());
        }
        var list = store.list(kind);
        if (asked > list.version()) {
            throw new StatusException(
                            504, "Timeout", "Too large resource version: " + asked + ", current: " + list.version())
                    .retryAfter(1)
                    .cause("ResourceVersionTooLarge", "Too large resource version", "");
        }
        if (exact(call, asked) && asked != list.version()) {
            var then = store.remembered(kind, asked);
            if (then == null) {
                throw StatusException.expired("The resourceVersion for the provided list is too old.");
            }
            return then;
        }
        return list;
    }

    private Listed resumed(ResourceKind kind, String text) {
        var token = Token.parse(text);
        var list = store.remembered(kind, token.version());
        if (list == null) {
            throw StatusException.expired(
                    "The provided continue parameter is too old to display a consistent list result. You can start a"
                            + " new list without the continue parameter.");
        }
        return list;
    }

    private static boolean isComputed(ResourceKind kind) {
        return kind.gvr().group().equals("metrics.k8s.io");
    }

    /// Where the next page starts: in which version of the list, and at which index.
    private record Token(long version, int from) {
        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((version + ":" + from).getBytes(StandardCharsets.UTF_8));
        }

        static Token parse(String text) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", -1);
                return new Token(Long.parseLong(parts[0]), Math.max(0, Integer.parseInt(parts[1])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw StatusException.badRequest("continue key is not valid: " + text);
            }
        }
    }
}

package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.demo.table.Tables;
import dev.pilothouse.demo.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// Finds out what a request asks for, whether it is allowed, and who answers it.
public final class Api {
    private static final byte[] OK = "ok".getBytes(StandardCharsets.UTF_8);

    private final Kinds kinds;
    private final Interference interference;
    private final ObjectMapper mapper;
    private final DiscoveryHandler discovery;
    private final ReadHandler reads;
    private final WatchHandler watches;
    private final WriteHandler writes;
    private final DeleteHandler deletes;
    private final LogHandler logs;
    private final ReviewHandler reviews;
    private final OpenApiHandler openApi;
    private final CountDownLatch closing = new CountDownLatch(1);

    /// An API over a store and the world that lives in it.
    public Api(
            Kinds kinds,
            ObjectStore store,
            World world,
            Interference interference,
            String version,
            ObjectMapper mapper) {
        this.kinds = kinds;
        this.interference = interference;
        this.mapper = mapper;
        var tables = new Tables(kinds, world.clock());
        this.discovery = new DiscoveryHandler(kinds, version);
        this.reads = new ReadHandler(store, kinds, tables, world);
        this.watches = new WatchHandler(store, tables, interference);
        this.writes = new WriteHandler(store, kinds, tables, world);
        this.deletes = new DeleteHandler(store, kinds, world);
        this.logs = new LogHandler(store, world, closing);
        this.reviews = new ReviewHandler(interference);
        this.openApi = new OpenApiHandler(kinds);
    }

    ObjectMapper mapper() {
        return mapper;
    }

    /// Ends whatever waits for something to happen.
    public void close() {
        closing.countDown();
    }

    void handle(Call call) throws IOException, InterruptedException {
        var path = call.segments();
        var first = path.isEmpty() ? "" : path.getFirst();
        switch (first) {
            case "version" -> discovery.version(call);
            case "healthz", "livez", "readyz" -> call.answer(200, "text/plain; charset=utf-8", OK);
            case "api", "apis" -> api(call);
            case "openapi" -> openApi.answer(call);
            default -> throw StatusException.noSuchPath();
        }
    }

    private void api(Call call) throws IOException, InterruptedException {
        var path = call.segments();
        boolean core = path.getFirst().equals("api");
        if (path.size() == 1) {
            discovery.groups(call, core);
        } else if (core && path.size() == 2) {
            discovery.resources(call, "", path.get(1));
        } else if (!core && path.size() == 2) {
            discovery.group(call, path.get(1));
        } else if (!core && path.size() == 3) {
            discovery.resources(call, path.get(1), path.get(2));
        } else {
            resource(call, Target.of(path, kinds));
        }
    }

    private void resource(Call call, Target target) throws IOException, InterruptedException {
        var verb = verb(call, target);
        if (!served(target.subresource(), verb)) {
            throw notAllowed();
        }
        if (!interference.allows(verb, target.resource(), target.namespace())) {
            throw forbidden(verb, target);
        }
        var needed = verb.equals("deletecollection") ? "delete" : verb;
        if (!target.kind().verbs().contains(verb.equals("watch") ? "watch" : needed)) {
            throw notAllowed();
        }
        switch (target.subresource()) {
            case "log" -> logs.log(call, target);
            case "eviction" -> deletes.evict(call, target);
            default -> object(call, target, verb);
        }
    }

    private void object(Call call, Target target, String verb) throws IOException, InterruptedException {
        switch (verb) {
            case "watch" -> watches.watch(call, target);
            case "list" -> reads.list(call, target);
            case "get" -> reads.get(call, target);
            case "create" -> {
                if (target.kind().gvr().group().equals("authorization.k8s.io")) {
                    reviews.create(call, target);
                } else {
                    writes.create(call, target);
                }
            }
            case "update" -> writes.update(call, target);
            case "patch" -> writes.patch(call, target);
            case "delete" -> deletes.delete(call, target);
            default -> deletes.deleteAll(call, target);
        }
    }

    private static String verb(Call call, Target target) {
        boolean collection = target.name().isEmpty();
        return switch (call.method()) {
            case "GET" -> call.flag("watch") ? "watch" : collection ? "list" : "get";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> collection ? "deletecollection" : "delete";
            default -> throw notAllowed();
        };
    }

    private static boolean served(String subresource, String verb) {
        return subresource.isEmpty() || DiscoveryHandler.verbs(subresource).contains(verb);
    }

    private static StatusException notAllowed() {
        return new StatusException(
                405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }

    private static StatusException forbidden(String verb, Target target) {
        var group = target.kind().gvr().group();
        var qualified = target.kind().gvr().qualifiedName();
        var where = target.namespace().isEmpty()
                ? " at the cluster scope"
                : " in the namespace \"" + target.namespace() + "\"";
        var name = target.name().isEmpty() ? "" : " \"" + target.name() + "\"";
        return new StatusException(
                        403,
                        "Forbidden",
                        qualified + name + " is forbidden: User \"demo\" cannot " + verb + " resource \""
                                + target.resource() + "\" in API group \"" + group + "\"" + where)
                .about(target.kind().gvr(), target.name());
    }
}

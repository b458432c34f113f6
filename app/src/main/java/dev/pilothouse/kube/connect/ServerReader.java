package dev.pilothouse.kube.connect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.ApiTransport.Request;
import dev.pilothouse.kube.http.JsonAnswer;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.Projector;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads objects of one server: whole ones here, live lists by a `RowReader`.
final class ServerReader implements ResourceReader {
    private static final String JSON = "application/json";
    private static final int PAGE = 500;

    /// A server that always has one more page has none that anybody waits for.
    private static final int MAX_PAGES = 100;

    private final ApiTransport transport;
    private final RowReader rows;

    ServerReader(ApiTransport transport, RowReader rows) {
        this.transport = transport;
        this.rows = rows;
    }

    @Override
    public KubeObject get(ResourceRef ref) throws KubeException, InterruptedException {
        return new KubeObject(JsonAnswer.read(transport, Request.get(ref.path(), JSON)));
    }

    @Override
    public List<KubeObject> list(ResourceKind kind, String namespace, String labelSelector, String fieldSelector)
            throws KubeException, InterruptedException {
        String scope = namespace.isEmpty() ? "" : "/namespaces/" + encode(namespace);
        String path = kind.gvr().basePath() + scope + "/" + kind.plural() + "?limit=" + PAGE
                + parameter("labelSelector", labelSelector)
                + parameter("fieldSelector", fieldSelector);
        List<KubeObject> all = new ArrayList<>();
        JsonAnswer.Room room = new JsonAnswer.Room();
        String next = "";
        int pages = 0;
        do {
            Request request = Request.get(path + parameter("continue", next), JSON);
            if (++pages > MAX_PAGES) {
                String said = "more than " + MAX_PAGES + " pages of " + PAGE;
                throw new KubeException(new Failure.Unexpected(request.forPeople(), said, 0));
            }
            KubeObject page = new KubeObject(JsonAnswer.read(transport, request, room));
            for (KubeObject item : page.objects("items")) all.add(typed(item, kind));
            next = page.string("metadata", "continue");
        } while (!next.isEmpty());
        return all;
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + encode(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The elements of a list of a built-in kind do not name their type.
    private static KubeObject typed(KubeObject item, ResourceKind kind) {
        if (!item.kind().isEmpty()) return item;
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("apiVersion", kind.gvr().apiVersion());
        content.put("kind", kind.kind());
        content.putAll(item.content());
        return new KubeObject(java.util.Collections.unmodifiableMap(content));
    }

    @Override
    public void read(Query query, Projector projector, Consumer<Row> sink) throws KubeException, InterruptedException {
        rows.read(query, projector, sink);
    }

    @Override
    public Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink sink) {
        return rows.reflect(query, projectors, sink);
    }
}

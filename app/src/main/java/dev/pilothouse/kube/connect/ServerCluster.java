package dev.pilothouse.kube.connect;

import dev.pilothouse.kube.AccessReview;
import dev.pilothouse.kube.Cluster;
import dev.pilothouse.kube.Discovery;
import dev.pilothouse.kube.KubeContext;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.Redaction;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.discovery.ServerDiscovery;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.ApiTransport.Request;
import dev.pilothouse.kube.http.JsonAnswer;
import dev.pilothouse.resource.KubeObject;
import java.time.InstantSource;

/// A cluster behind a transport.
public final class ServerCluster implements Cluster {
    private static final int LONGEST_VERSION = 64;

    private final KubeContext context;
    private final ApiTransport transport;
    private final Discovery discovery;
    private final ResourceReader reader;
    private final AccessReview accessReview;

    /// A cluster of `context` behind `transport`, which closes with it.
    public ServerCluster(KubeContext context, ApiTransport transport, RowReader rows, InstantSource clock) {
        this.context = context;
        this.transport = transport;
        this.discovery = new ServerDiscovery(transport);
        this.reader = new ServerReader(transport, rows);
        this.accessReview = new ServerAccessReview(transport, clock);
    }

    @Override
    public KubeContext context() {
        return context;
    }

    @Override
    public String version() throws KubeException, InterruptedException {
        Request request = Request.get("/version", "application/json");
        String version = new KubeObject(JsonAnswer.read(transport, request)).string("gitVersion");
        return Redaction.clean(version.substring(0, Math.min(LONGEST_VERSION, version.length())));
    }

    @Override
    public Discovery discovery() {
        return discovery;
    }

    @Override
    public ResourceReader reader() {
        return reader;
    }

    @Override
    public AccessReview accessReview() {
        return accessReview;
    }

    @Override
    public Traffic traffic() {
        return new Traffic(transport.requests(), transport.bytes());
    }

    @Override
    public void close() {
        transport.close();
    }
}

package dev.pilothouse.kube.connect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.kube.AccessReview;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.ApiTransport.Request;
import dev.pilothouse.kube.http.JsonAnswer;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Asks by SelfSubjectAccessReview, and believes an answer for a minute.
final class ServerAccessReview implements AccessReview {
    private static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final Duration BELIEVED = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MAX_ANSWERS = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiTransport transport;
    private final InstantSource clock;
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

    private record Question(String verb, String group, String resource, String namespace) {}

    private record Answer(boolean allowed, Instant at) {}

    ServerAccessReview(ApiTransport transport, InstantSource clock) {
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public boolean allowed(String verb, ResourceKind kind, String namespace)
            throws KubeException, InterruptedException {
        Question question = new Question(verb, kind.gvr().group(), kind.gvr().resource(), namespace);
        Answer known = answers.get(question);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at.plus(BELIEVED))) return known.allowed;
        boolean allowed = ask(question);
        if (answers.size() >= MAX_ANSWERS) answers.clear();
        answers.put(question, new Answer(allowed, now));
        return allowed;
    }

    private boolean ask(Question question) throws KubeException, InterruptedException {
        ObjectNode review = JSON.createObjectNode();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
        ObjectNode attributes = review.putObject("spec").putObject("resourceAttributes");
        attributes.put("verb", question.verb).put("group", question.group).put("resource", question.resource);
        if (!question.namespace.isEmpty()) attributes.put("namespace", question.namespace);
        Request request = new Request(
                "POST",
                PATH,
                Map.of("Accept", "application/json", "Content-Type", "application/json"),
                review.toString().getBytes(StandardCharsets.UTF_8),
                PATIENCE,
                PATIENCE);
        KubeObject answer = new KubeObject(JsonAnswer.read(transport, request));
        return Boolean.TRUE.equals(answer.at("status", "allowed"));
    }
}

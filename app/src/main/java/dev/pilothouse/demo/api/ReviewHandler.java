package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.StatusException;
import java.io.IOException;

/// Answers SelfSubjectAccessReview and SelfSubjectRulesReview: everything is allowed but what was withheld.
final class ReviewHandler {
    private final Interference interference;

    ReviewHandler(Interference interference) {
        this.interference = interference;
    }

    void create(Call call, Target target) throws IOException {
        var review = call.json();
        review.put("kind", target.kind().kind())
                .put("apiVersion", target.kind().gvr().apiVersion());
        switch (target.kind().kind()) {
            case "SelfSubjectAccessReview" -> access(review);
            case "SelfSubjectRulesReview" -> rules(review);
            default -> throw StatusException.noSuchPath();
        }
        call.answer(201, review);
    }

    private void access(ObjectNode review) {
        var asked = review.at("/spec/resourceAttributes");
        var subresource = asked.path("subresource").asText();
        var resource = asked.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource);
        boolean allowed = asked.isMissingNode()
                || interference.allows(
                        asked.path("verb").asText(),
                        resource,
                        asked.path("namespace").asText());
        review.putObject("status").put("allowed", allowed).put("reason", allowed ? "" : "withheld in the demo cluster");
    }

    private void rules(ObjectNode review) {
        var status = review.putObject("status")
                .put("incomplete", !interference.denials().isEmpty());
        var rule = status.putArray("resourceRules").addObject();
        rule.putArray("verbs").add("*");
        rule.putArray("apiGroups").add("*");
        rule.putArray("resources").add("*");
        var other = status.putArray("nonResourceRules").addObject();
        other.putArray("verbs").add("*");
        other.putArray("nonResourceURLs").add("*");
    }
}

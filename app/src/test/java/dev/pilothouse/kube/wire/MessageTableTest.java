package dev.pilothouse.kube.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.pilothouse.kube.wire.MessageType.Field;
import dev.pilothouse.kube.wire.MessageType.Value;
import dev.pilothouse.resource.projector.Projectors;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.V1;
import io.kubernetes.client.proto.V1Apps;
import io.kubernetes.client.proto.V1Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each line of the table against the published descriptors. A wrong number would show other fields' values.
class MessageTableTest {
    /// Fields younger than the published descriptors; the comparison of both encodings on a real server covers them.
    private static final Set<String> YOUNGER = Set.of(
            "ContainerStatus.stopSignal",
            "DeploymentStatus.terminatingReplicas",
            "Lifecycle.stopSignal",
            "PodCondition.observedGeneration",
            "PodSecurityContext.seLinuxChangePolicy",
            "PodSecurityContext.supplementalGroupsPolicy",
            "PodSpec.hostnameOverride",
            "PodSpec.resources",
            "PodStatus.observedGeneration",
            "ReplicaSetStatus.terminatingReplicas");

    private final MessageTable table = MessageTable.load();
    private final Map<String, Descriptor> published = published();

    @Test
    void everyNumberAndTypeIsThePublishedOne() {
        List<String> wrong = new ArrayList<>();
        for (MessageType type : table.types()) {
            Descriptor descriptor = published.get(type.name());
            if (descriptor == null) {
                wrong.add(type.name() + " is not published");
                continue;
            }
            for (Field field : type.fields()) {
                String name = type.name() + "." + field.name();
                if (!YOUNGER.contains(name) && !agrees(field, descriptor)) wrong.add(name + " " + field.number());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(table.types()).hasSizeGreaterThan(80);
    }

    @Test
    void everyFieldThatAProjectorWantsHasANumber() {
        Projectors projectors = new Projectors();
        Map<String, String> messages = Map.of(
                "pods", "Pod",
                "namespaces", "Namespace",
                "nodes", "Node",
                "services", "Service",
                "events", "Event",
                "deployments", "Deployment",
                "replicasets", "ReplicaSet",
                "statefulsets", "StatefulSet",
                "daemonsets", "DaemonSet",
                "jobs", "Job");
        messages.forEach((plural, name) -> {
            MessageType type = table.find(name);
            assertThat(type).as(name).isNotNull();
            projectors.all().forEach((gvr, kind) -> {
                if (type == null || !gvr.resource().equals(plural)) return;
                MessagePlan.join(type, kind.projectors().get().fields().root());
            });
        });
    }

    private static boolean agrees(Field field, Descriptor descriptor) {
        FieldDescriptor there = descriptor.findFieldByNumber(field.number());
        if (there == null || !(field.inlined() || there.getName().equals(field.name()))) return false;
        if (there.isMapField() != field.map()) return false;
        FieldDescriptor value = there.isMapField() ? there.getMessageType().findFieldByNumber(2) : there;
        return value.getType() == FieldDescriptor.Type.MESSAGE
                ? valueOf(value.getMessageType()) == field.value()
                        && (field.message() == null
                                || field.message()
                                        .name()
                                        .equals(value.getMessageType().getName()))
                : scalar(value) == field.value();
    }

    private static Value valueOf(Descriptor message) {
        return switch (message.getName()) {
            case "Time", "MicroTime" -> Value.TIME;
            case "Quantity" -> Value.QUANTITY;
            case "IntOrString" -> Value.INT_OR_STRING;
            default -> Value.MESSAGE;
        };
    }

    private static Value scalar(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> Value.STRING;
            case INT, LONG -> Value.INTEGER;
            case BOOLEAN -> Value.BOOL;
            default -> Value.MESSAGE;
        };
    }

    private static Map<String, Descriptor> published() {
        Map<String, Descriptor> all = new HashMap<>();
        for (FileDescriptor file :
                List.of(V1.getDescriptor(), V1Apps.getDescriptor(), V1Batch.getDescriptor(), Meta.getDescriptor())) {
            for (Descriptor message : file.getMessageTypes()) all.putIfAbsent(message.getName(), message);
        }
        return all;
    }
}

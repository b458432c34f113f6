package dev.pilothouse.insight.describe;

import dev.pilothouse.resource.KubeObject;
import java.util.List;
import java.util.Map;

/// Describes the volumes of a pod: the kind of each, in words, and all fields of its source.
final class VolumeDescription {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("hostPath", "HostPath (a folder or file of the node)"),
            Map.entry("emptyDir", "EmptyDir (lives as long as the pod)"),
            Map.entry("secret", "Secret (filled from a Secret)"),
            Map.entry("configMap", "ConfigMap (filled from a ConfigMap)"),
            Map.entry("persistentVolumeClaim", "PersistentVolumeClaim (a claim in the same namespace)"),
            Map.entry("ephemeral", "EphemeralVolume (a claim made for this pod)"),
            Map.entry("downwardAPI", "DownwardAPI (filled from the pod's own fields)"),
            Map.entry("projected", "Projected (filled from several sources)"),
            Map.entry("csi", "CSI (an inline volume of a CSI driver)"),
            Map.entry("image", "Image (the content of an OCI image)"),
            Map.entry("nfs", "NFS (an export that outlives the pod)"),
            Map.entry("iscsi", "ISCSI (a target that outlives the pod)"),
            Map.entry("fc", "FC (a Fibre Channel disk)"),
            Map.entry("flexVolume", "FlexVolume (provisioned by a plugin)"));

    private VolumeDescription() {}

    /// The section `Volumes`.
    static void describe(KubeObject pod, DescriptionWriter out) {
        List<KubeObject> volumes = pod.objects("spec", "volumes");
        if (volumes.isEmpty()) out.field("Volumes", "");
        else
            out.section("Volumes", part -> {
                for (KubeObject volume : volumes) part.section(volume.string("name"), body -> volume(volume, body));
            });
    }

    private static void volume(KubeObject volume, DescriptionWriter out) {
        String source = volume.content().keySet().stream()
                .filter(key -> !key.equals("name"))
                .findFirst()
                .orElse("");
        out.field("Type", TYPES.getOrDefault(source, source.isEmpty() ? "<unknown>" : source));
        if (source.equals("projected")) {
            for (KubeObject part : volume.objects("projected", "sources")) projected(part, out);
        } else {
            FieldsDescription.describe(volume.map(source), out);
            if (source.equals("secret") || source.equals("configMap"))
                if (volume.at(source, "optional") == null) out.field("Optional", "false");
        }
    }

    private static void projected(KubeObject source, DescriptionWriter out) {
        if (source.at("secret") != null) named("SecretName", "secret", source, out);
        else if (source.at("configMap") != null) named("ConfigMapName", "configMap", source, out);
        else if (source.at("downwardAPI") != null) out.field("DownwardAPI", "true");
        else if (source.at("serviceAccountToken") != null)
            out.field("TokenExpirationSeconds", source.string("serviceAccountToken", "expirationSeconds"))
                    .fieldIfAny("TokenAudience", source.string("serviceAccountToken", "audience"));
        else if (source.at("clusterTrustBundle") != null)
            out.field("ClusterTrustBundle", source.string("clusterTrustBundle", "name"));
        else if (source.at("podCertificate") != null)
            out.field("PodCertificateSigner", source.string("podCertificate", "signerName"));
    }

    private static void named(String key, String kind, KubeObject source, DescriptionWriter out) {
        out.field(key, source.string(kind, "name"));
        out.field("Optional", source.string(kind, "optional").equals("true") ? "true" : "false");
    }
}

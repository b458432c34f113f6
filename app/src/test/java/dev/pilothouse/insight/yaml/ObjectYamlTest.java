package dev.pilothouse.insight.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.insight.Yaml;
import dev.pilothouse.insight.yaml.ObjectYaml.Options;
import dev.pilothouse.resource.KubeObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectYamlTest {
    private static final Options PLAIN = new Options(false, false);
    private static final Options REVEALED = new Options(false, true);
    private static final KubeObject SECRET = Yaml.object("""
            apiVersion: v1
            kind: Secret
            metadata:
              name: db
              annotations:
                kubectl.kubernetes.io/last-applied-configuration: '{"data":{"password":"aHVudGVyMg=="}}'
            data:
              password: aHVudGVyMg==
              key.bin: /v8A
            """);

    @Test
    void managedFieldsAreHiddenUnlessAskedFor() {
        KubeObject pod = Yaml.object("{kind: Pod, metadata: {name: web, managedFields: [{manager: kubelet}]}}");

        assertThat(ObjectYaml.print(pod, PLAIN)).contains("name: web").doesNotContain("managedFields");
        assertThat(ObjectYaml.print(pod, new Options(true, false))).contains("manager: kubelet");
    }

    @Test
    void whatAnObjectIsComesFirst() {
        KubeObject pod = Yaml.object("{spec: {nodeName: worker}, metadata: {name: web}, kind: Pod, apiVersion: v1}");

        assertThat(ObjectYaml.print(pod, PLAIN).lines())
                .containsExactly(
                        "apiVersion: v1", "kind: Pod", "metadata:", "  name: web", "spec:", "  nodeName: worker");
    }

    @Test
    void aSecretShowsNoValueUntilRevealed() {
        assertThat(ObjectYaml.print(SECRET, PLAIN)).contains("password:").doesNotContain("aHVudGVyMg", "hunter2");
        assertThat(ObjectYaml.print(SECRET, REVEALED))
                .contains("password: hunter2")
                .contains("key.bin: /v8A");
    }

    @Test
    void textsThatReadersTakeForOtherThingsAreQuoted() {
        KubeObject map = new KubeObject(Map.of("data", List.of("yes", "012", "1e3", "", "null", "0x1F", "2026-11-22")));

        assertThat(ObjectYaml.print(map, PLAIN).lines().skip(1))
                .containsExactly(
                        "- \"yes\"",
                        "- \"012\"",
                        "- \"1e3\"",
                        "- \"\"",
                        "- \"null\"",
                        "- \"0x1F\"",
                        "- \"2026-11-22\"");
    }

    @Test
    void severalLinesStandAsABlockAndReadBackUnchanged() {
        KubeObject map =
                new KubeObject(Map.of("script", "#!/bin/sh\necho \"hi\"\n", "odd", " leading\nand trailing \n"));

        String yaml = ObjectYaml.print(map, PLAIN);

        assertThat(yaml).contains("script: |\n  #!/bin/sh\n  echo \"hi\"\n");
        assertThat(Yaml.object(yaml)).isEqualTo(map);
    }

    @Test
    void hiddenCharactersDoNotReachTheScreen() {
        KubeObject map = new KubeObject(Map.of("note", "safe\u202Etxt.exe\u001B[2J"));

        assertThat(ObjectYaml.print(map, PLAIN).chars()).noneMatch(c -> c == 0x202E || c == 0x1B);
    }
}

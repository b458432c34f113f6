package dev.pilothouse.kube.config;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.Redaction;
import dev.pilothouse.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What one kubeconfig file says.
///
/// @param currentContext the name, empty where it names none
/// @param contexts in the file's order
/// @param clusters in the file's order
/// @param users in the file's order
/// @param problems what is wrong with the file as a whole
record KubeconfigFile(
        String currentContext,
        List<ContextEntry> contexts,
        List<ClusterEntry> clusters,
        List<UserEntry> users,
        List<Failure> problems) {

    /// Reads a file. Never fails: what is wrong stands in the problems.
    static KubeconfigFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LimitedYaml.MAX_CHARS + 1);
            if (bytes.length > LimitedYaml.MAX_CHARS) {
                return broken(file, "", Text.of("kube.kubeconfig.tooLarge", LimitedYaml.MAX_CHARS / 1024 / 1024));
            }
            return parse(file, decode(bytes));
        } catch (CharacterCodingException e) {
            return broken(file, "", Text.of("kube.kubeconfig.notUtf8"));
        } catch (IOException e) {
            String said = e.getClass().getSimpleName() + ": " + e.getMessage();
            return broken(file, Redaction.clean(said), Text.of("kube.kubeconfig.unreadable"));
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /// Reads the text of a file.
    static KubeconfigFile parse(Path file, String text) {
        Optional<Object> document;
        ExecConfigs execConfigs;
        try {
            document = LimitedYaml.read(text);
            execConfigs = ExecConfigs.of(text);
        } catch (YamlEngineException e) {
            return broken(file, YamlProblem.where(e), Text.of("kube.kubeconfig.notYaml"));
        }
        if (document.isEmpty()) return new KubeconfigFile("", List.of(), List.of(), List.of(), List.of());
        List<Failure> problems = new ArrayList<>();
        ConfigNode root = ConfigNode.of(file.toString(), document.get(), problems);
        String kind = root.string("kind");
        if (!kind.isEmpty() && !kind.equals("Config")) {
            return broken(file, "", Text.of("kube.kubeconfig.otherKind", Redaction.clean(kind)));
        }
        return new EntryReader(file, root, execConfigs, problems).read();
    }

    private static KubeconfigFile broken(Path file, String detail, Text problem) {
        return new KubeconfigFile(
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(new Failure.BadKubeconfig(file.toString(), detail, problem)));
    }
}

package dev.pilothouse.insight.yaml;

import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.text.Visible;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/// Prints one object as YAML: managed fields left out unless asked for, the values of a Secret masked unless
/// revealed.
///
/// Texts that some YAML readers would take for something else (`yes`, `012`, `1e3`) are quoted. Control and
/// bidirectional characters come out escaped.
public final class ObjectYaml {
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final String MASK = "••••••••";

    private ObjectYaml() {}

    /// What to show.
    ///
    /// @param managedFields whether `metadata.managedFields` is shown
    /// @param secretValues whether the values of a Secret are shown, decoded where they are text
    public record Options(boolean managedFields, boolean secretValues) {}

    /// The object as YAML.
    public static String print(KubeObject object, Options options) {
        Map<String, @Nullable Object> shown = ordered(object.content());
        if (!options.managedFields && shown.get("metadata") instanceof Map<?, ?> metadata) {
            Map<Object, @Nullable Object> slim = new LinkedHashMap<>(metadata);
            slim.remove("managedFields");
            shown.put("metadata", slim);
        }
        if (isSecret(object)) treatSecret(shown, options.secretValues);
        return dump(shown);
    }

    /// What an object is comes first, as people write it; a server begins with whatever it likes.
    private static Map<String, @Nullable Object> ordered(Map<String, @Nullable Object> content) {
        Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
        for (String first : new String[] {"apiVersion", "kind", "metadata"})
            if (content.containsKey(first)) ordered.put(first, content.get(first));
        content.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /// Whether the object's values are hidden unless revealed.
    public static boolean isSecret(KubeObject object) {
        return object.kind().equals("Secret") && object.apiVersion().equals("v1");
    }

    private static String dump(Map<String, @Nullable Object> content) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(Integer.MAX_VALUE)
                .setMaxSimpleKeyLength(1024)
                .setIndicatorIndent(0)
                .setUseUnicodeEncoding(true)
                .build();
        return Visible.of(new Dump(settings, new KubectlRepresenter(settings)).dumpToString(content));
    }

    @SuppressWarnings("unchecked") // JSON maps have text keys
    private static void treatSecret(Map<String, @Nullable Object> secret, boolean reveal) {
        for (String field : new String[] {"data", "stringData"}) {
            if (!(secret.get(field) instanceof Map<?, ?> data)) continue;
            Map<String, @Nullable Object> treated = new LinkedHashMap<>();
            ((Map<String, @Nullable Object>) data).forEach((key, value) -> {
                String text = Objects.toString(value, "");
                treated.put(key, reveal ? (field.equals("data") ? decoded(text) : text) : MASK);
            });
            secret.put(field, treated);
        }
        if (!(secret.get("metadata") instanceof Map<?, ?> metadata)) return;
        if (!(metadata.get("annotations") instanceof Map<?, ?> annotations)) return;
        if (reveal || !annotations.containsKey(LAST_APPLIED)) return;
        Map<Object, @Nullable Object> masked = new LinkedHashMap<>(annotations);
        masked.put(LAST_APPLIED, MASK); // holds the values a second time
        Map<Object, @Nullable Object> treated = new LinkedHashMap<>(metadata);
        treated.put("annotations", masked);
        secret.put("metadata", treated);
    }

    /// The text behind base64; what is no text stays encoded.
    private static String decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return base64;
        }
    }

    /// Writes texts of several lines as blocks, and quotes what YAML 1.1 readers (kubectl's among them) would
    /// misread.
    private static final class KubectlRepresenter extends StandardRepresenter {
        private static final Pattern MISREAD = Pattern.compile(
                "(?i)y|n|yes|no|on|off|true|false|null|~|[-+]?[0-9._,:]+([eE][-+]?[0-9]+)?|0[xob][0-9a-f_]+|[-+]?\\.(inf|nan)"
                        + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

        KubectlRepresenter(DumpSettings settings) {
            super(settings);
            representers.put(String.class, data -> text((String) data));
        }

        private Node text(String value) {
            if (value.indexOf('\n') >= 0 && isBlock(value)) return representScalar(Tag.STR, value, ScalarStyle.LITERAL);
            if (value.isEmpty() || MISREAD.matcher(value).matches())
                return representScalar(Tag.STR, value, ScalarStyle.DOUBLE_QUOTED);
            return representScalar(Tag.STR, value, ScalarStyle.PLAIN);
        }

        /// Lines with blanks at their ends, and control characters, come out unharmed only in quotes.
        private static boolean isBlock(String value) {
            return !value.contains(" \n")
                    && !value.contains("\t\n")
                    && value.indexOf('\r') < 0
                    && !value.startsWith(" ")
                    && !value.startsWith("\n")
                    && value.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t');
        }
    }
}

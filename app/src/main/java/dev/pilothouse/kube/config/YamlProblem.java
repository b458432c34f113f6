package dev.pilothouse.kube.config;

import dev.pilothouse.kube.Redaction;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What a YAML exception says, without the excerpt of the file that its message brings along: that may be a key.
final class YamlProblem {
    private YamlProblem() {}

    /// `line 3, column 7: mapping values are not allowed here`.
    static String where(YamlEngineException e) {
        if (!(e instanceof MarkedYamlEngineException marked)) return Redaction.clean(String.valueOf(e.getMessage()));
        String problem = Redaction.clean(String.valueOf(marked.getProblem()));
        return marked.getProblemMark()
                .map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": " + problem)
                .orElse(problem);
    }
}

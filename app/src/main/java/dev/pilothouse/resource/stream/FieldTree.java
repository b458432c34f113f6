package dev.pilothouse.resource.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields that a projector wants, as a tree, so that a decoder can tell at each name whether to look or to skip.
///
/// Built once per kind. A path never names list indexes or map keys: `spec.containers.name` is the name of every
/// container.
public final class FieldTree {

    /// A field on the way to a wanted one, or a wanted one.
    public static final class Node {
        private final String path;
        private final Map<String, Node> children = new HashMap<>();

        private Node(String path) {
            this.path = path;
        }

        /// The whole path, the same `String` object every time, as the projector's `switch` sees it.
        public String path() {
            return path;
        }

        /// The node of a field of this message, or null where nobody wants it.
        public @Nullable Node child(String name) {
            return children.get(name);
        }

        /// The wanted fields of this message by name.
        public Map<String, Node> children() {
            return Map.copyOf(children);
        }

        /// Whether the projector wants the value itself; otherwise it wants fields of it.
        public boolean isLeaf() {
            return children.isEmpty();
        }
    }

    private final Node root = new Node("");

    private FieldTree() {}

    /// The tree of these dotted paths. A path may not be the beginning of another.
    public static FieldTree of(Collection<String> paths) {
        FieldTree tree = new FieldTree();
        for (String path : paths) tree.add(path);
        return tree;
    }

    /// The object itself.
    public Node root() {
        return root;
    }

    private void add(String path) {
        Node node = root;
        int start = 0;
        while (start <= path.length()) {
            int dot = path.indexOf('.', start);
            int end = dot < 0 ? path.length() : dot;
            String whole = path.substring(0, end);
            node = node.children.computeIfAbsent(path.substring(start, end), name -> new Node(whole));
            start = end + 1;
        }
    }
}

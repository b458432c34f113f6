package dev.pilothouse.resource;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which namespaces a view looks at: all of them, or some by name.
public sealed interface NamespaceScope {

    /// Every namespace, by one request without a namespace in its path.
    record All() implements NamespaceScope {
        @Override
        public String toString() {
            return "all";
        }
    }

    /// These namespaces, each by a request of its own.
    ///
    /// @param names at least one, sorted, without doubles
    record Some(List<String> names) implements NamespaceScope {
        /// Sorts and de-duplicates the names.
        public Some {
            SortedSet<String> sorted = new TreeSet<>(names);
            if (sorted.isEmpty()) throw new IllegalArgumentException("a scope names at least one namespace");
            names = List.copyOf(sorted);
        }

        @Override
        public String toString() {
            return String.join(",", names);
        }
    }

    /// All namespaces.
    static NamespaceScope all() {
        return new All();
    }

    /// One namespace.
    static NamespaceScope of(String namespace) {
        return new Some(List.of(namespace));
    }

    /// Several namespaces; all of them where `namespaces` is empty.
    static NamespaceScope of(Collection<String> namespaces) {
        return namespaces.isEmpty() ? all() : new Some(List.copyOf(namespaces));
    }

    /// Whether an object of `namespace` belongs here. Objects without a namespace always do.
    default boolean contains(String namespace) {
        return switch (this) {
            case All() -> true;
            case Some(var names) -> namespace.isEmpty() || names.contains(namespace);
        };
    }
}

package dev.pilothouse.ui.shell;

import dev.pilothouse.insight.Target;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.ui.table.TableStart;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something the table can show.
sealed interface Place {

    /// What it is called in the trace: `pods`, `containers`, `contexts`.
    String view();

    /// What it is called in the settings: as in the trace, but with the API group.
    default String key() {
        return this instanceof Objects objects ? objects.request().kind().gvr().qualifiedName() : view();
    }

    /// The kind of its rows, null where they are no objects.
    default @Nullable ResourceKind kind() {
        return null;
    }

    /// The object of a row: of what is inside an object, such as a container, that object. Null where rows are no
    /// objects.
    default @Nullable ResourceRef refOf(Row row) {
        ResourceKind kind = kind();
        return kind == null ? null : new ResourceRef(kind, row.namespace(), row.name(), row.uid());
    }

    /// Columns that would say the same in every row, by id: the namespace where the breadcrumbs name the only one.
    default Set<String> implied() {
        return Set.of();
    }

    /// How it opens the first time.
    default TableStart start() {
        return TableStart.plain();
    }

    /// Objects of a kind.
    ///
    /// @param request which ones
    /// @param of the object that they belong to, where one drilled down to them
    record Objects(TableRequest request, @Nullable ResourceRef of) implements Place {
        @Override
        public String view() {
            return request.kind().plural();
        }

        @Override
        public ResourceKind kind() {
            return request.kind();
        }

        @Override
        public Set<String> implied() {
            boolean one = request.kind().namespaced()
                    && request.scope() instanceof NamespaceScope.Some(List<String> names)
                    && names.size() == 1;
            return one ? Set.of("namespace") : Set.of();
        }

        /// The same in other namespaces; what was drilled down from does not bind any more.
        Objects in(NamespaceScope scope) {
            return new Objects(TableRequest.of(request.kind(), scope), null);
        }
    }

    /// What is inside one object, such as the containers of a pod or the rules of a role.
    ///
    /// @param of the object
    /// @param target its rows
    record Inside(ResourceRef of, Target.Source target) implements Place {
        @Override
        public ResourceRef refOf(Row row) {
            return of;
        }

        @Override
        public String view() {
            int bracket = target.title().indexOf('(');
            return bracket < 0 ? target.title() : target.title().substring(0, bracket);
        }
    }

    /// The namespaces that are known although the cluster's may not be listed.
    ///
    /// @param cause the refusal
    record KnownNamespaces(Failure cause) implements Place {
        @Override
        public String view() {
            return "namespaces";
        }
    }

    /// The contexts of the kubeconfig.
    record Contexts() implements Place {
        @Override
        public String view() {
            return "contexts";
        }

        /// By name: most contexts name no namespace.
        @Override
        public TableStart start() {
            return TableStart.sortedBy("name");
        }
    }

    /// Every word that can be typed after `:`.
    record Aliases() implements Place {
        @Override
        public String view() {
            return "aliases";
        }
    }
}

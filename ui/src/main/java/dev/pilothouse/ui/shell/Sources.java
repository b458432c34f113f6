package dev.pilothouse.ui.shell;

import dev.pilothouse.command.KindIndex;
import dev.pilothouse.kube.Clusters;
import dev.pilothouse.kube.KubeContext;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.FixedTable;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where the rows of a place come from.
final class Sources {
    private static final Column<String> NAME = Column.text("name");
    private static final Column<String> CLUSTER = Column.text("cluster");
    private static final Column<String> USER = Column.text("user");
    private static final Column<String> NAMESPACE = Column.text("namespace");
    private static final Column<String> LOGIN = Column.text("login");
    private static final Column<String> SERVER = Column.text("server");
    private static final Column<String> FILE = Column.text("file").onlyWide();
    private static final RowSchema CONTEXTS =
            new RowSchema(List.of(NAME, CLUSTER, USER, NAMESPACE, LOGIN, SERVER, FILE));

    private static final Column<String> KIND = Column.text("kind");
    private static final Column<String> GROUP = Column.text("group");
    private static final Column<String> WORDS = Column.text("short-names");
    private static final RowSchema ALIASES = new RowSchema(List.of(NAME, WORDS, KIND, GROUP));

    private static final RowSchema NAMES = new RowSchema(List.of(NAME));

    private final Supplier<Clusters> clusters;
    private final NamespacesModel namespaces;
    private final TableThreads threads;
    private final InstantSource clock;

    /// Sources of places.
    ///
    /// @param clusters the contexts of the moment
    /// @param threads what local tables run on
    Sources(Supplier<Clusters> clusters, NamespacesModel namespaces, TableThreads threads, InstantSource clock) {
        this.clusters = clusters;
        this.namespaces = namespaces;
        this.threads = threads;
        this.clock = clock;
    }

    /// The context that the kubeconfig opens, empty for none.
    String currentContext() {
        return clusters.get().currentContext();
    }

    /// The source of a place; empty where it needs a connection and there is none.
    Optional<TableSource> of(Place place, ConnectionModel.@Nullable Connected connected) {
        return switch (place) {
            case Place.Contexts contexts -> Optional.of(local(CONTEXTS, this::contexts));
            case Place.KnownNamespaces known -> Optional.of(local(NAMES, this::names));
            case Place.Aliases aliases
            when connected != null ->
                Optional.of(local(ALIASES, () -> aliases(connected.kinds().all())));
            case Place.Objects objects
            when connected != null -> Optional.of(connected.session().tables().source(objects.request()));
            case Place.Inside inside -> Optional.of(inside.target().source());
            default -> Optional.empty();
        };
    }

    /// A table that is there at once, and is made anew on refresh.
    private TableSource local(RowSchema schema, Supplier<List<Row>> rows) {
        return (query, listener) -> {
            FixedTable[] table = new FixedTable[1];
            Runnable fill = () -> table[0].update(schema, rows.get(), new SyncState.Live(clock.instant()));
            table[0] = new FixedTable(threads, fill);
            fill.run();
            return table[0].open(query, listener);
        };
    }

    private List<Row> contexts() {
        RowBuilder row = new RowBuilder(CONTEXTS);
        List<Row> rows = new ArrayList<>();
        for (KubeContext context : clusters.get().contexts()) {
            rows.add(row.identity(context.name(), "", context.name())
                    .health(context.usable() ? Health.good() : Health.failed("health.context.broken"))
                    .set(NAME, context.name())
                    .set(CLUSTER, context.cluster())
                    .set(USER, context.user())
                    .set(NAMESPACE, context.namespace())
                    .set(LOGIN, context.login())
                    .set(SERVER, context.server())
                    .set(FILE, context.file() == null ? "" : context.file().toString())
                    .build());
        }
        return rows;
    }

    private List<Row> names() {
        RowBuilder row = new RowBuilder(NAMES);
        return namespaces.known().stream()
                .map(name -> row.identity(name, "", name)
                        .health(Health.neutral()) // nobody may ask how well it is
                        .set(NAME, name)
                        .build())
                .toList();
    }

    /// What operators may type instead of the kind's names: the server's short names and K9s's.
    private static String shortWords(Map<String, ResourceKind> words, ResourceKind kind) {
        List<String> names = List.of(kind.plural(), kind.singular(), kind.kind().toLowerCase(Locale.ROOT));
        return words.entrySet().stream()
                .filter(word -> word.getValue().equals(kind) && !names.contains(word.getKey()))
                .map(Map.Entry::getKey)
                .filter(word -> word.indexOf('.') < 0)
                .collect(Collectors.joining(" "));
    }

    /// All kinds; those that share their name with another are told apart by the group.
    private static List<Row> aliases(List<ResourceKind> kinds) {
        RowBuilder row = new RowBuilder(ALIASES);
        Map<String, ResourceKind> words = new KindIndex(kinds).words();
        return kinds.stream()
                .map(kind -> row.identity(kind.gvr().qualifiedName(), "", kind.plural())
                        .set(NAME, kind.plural())
                        .set(WORDS, shortWords(words, kind))
                        .set(KIND, kind.kind())
                        .set(GROUP, kind.gvr().group())
                        .build())
                .toList();
    }
}

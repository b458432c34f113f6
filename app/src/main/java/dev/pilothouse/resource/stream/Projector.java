package dev.pilothouse.resource.stream;

import dev.pilothouse.resource.Labels;
import dev.pilothouse.resource.Owner;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the fields of one kind into rows. Written once, fed by both encodings.
///
/// A decoder calls `begin`, `field` and `end` as it meets wanted fields, then `finish` at the end of the
/// object. A message that holds wanted fields is announced by `begin` and `end`, once per element where it
/// repeats, and also where it is empty. A projector is used by one thread at a time and keeps state only for
/// the object under way.
public abstract class Projector {
    private static final List<String> METADATA = List.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "metadata.resourceVersion",
            "metadata.creationTimestamp",
            "metadata.deletionTimestamp",
            "metadata.labels",
            "metadata.ownerReferences.apiVersion",
            "metadata.ownerReferences.kind",
            "metadata.ownerReferences.name",
            "metadata.ownerReferences.uid",
            "metadata.ownerReferences.controller");

    /// More than an API server stores in one object (1.5 MiB); only a hostile one sends more.
    private static final int MOST_VALUES = 1_000_000;

    private final RowSchema schema;
    private final FieldTree fields;
    private final RowBuilder row;

    private int values;
    private String name = "";
    private String namespace = "";
    private String uid = "";
    private String resourceVersion = "";
    private @Nullable Instant created;
    private @Nullable Instant deleted;
    private String[] labels = new String[16];
    private int labelsLength;
    private Labels rowLabels = Labels.NONE;
    private Labels lastLabels = Labels.NONE;
    private String ownerVersion = "";
    private String ownerKind = "";
    private String ownerName = "";
    private String ownerUid = "";
    private boolean ownerControls;
    private @Nullable Owner owner;
    private @Nullable Owner lastOwner;

    /// A projector that fills `schema` from these dotted paths (and from the metadata, which every projector
    /// reads).
    protected Projector(RowSchema schema, List<String> paths) {
        this.schema = schema;
        Set<String> all = new LinkedHashSet<>(METADATA);
        all.addAll(paths);
        this.fields = FieldTree.of(all);
        this.row = new RowBuilder(schema);
    }

    /// The columns it fills.
    public final RowSchema schema() {
        return schema;
    }

    /// The fields it wants.
    public final FieldTree fields() {
        return fields;
    }

    /// A wanted message begins.
    public final void begin(FieldTree.Node node) {
        count();
        if (node.path().equals("metadata.ownerReferences")) {
            ownerVersion = "";
            ownerKind = "";
            ownerName = "";
            ownerUid = "";
            ownerControls = false;
        } else {
            begin(node.path());
        }
    }

    /// A wanted value is under the cursor.
    public final void field(FieldTree.Node node, ObjectStream in) {
        count();
        switch (node.path()) {
            case "metadata.name" -> name = in.unique();
            case "metadata.namespace" -> namespace = in.string();
            case "metadata.uid" -> uid = in.unique();
            case "metadata.resourceVersion" -> resourceVersion = in.unique();
            case "metadata.creationTimestamp" -> created = in.time();
            case "metadata.deletionTimestamp" -> deleted = in.time();
            case "metadata.labels" -> label(in.key(), in.string());
            case "metadata.ownerReferences.apiVersion" -> ownerVersion = in.string();
            case "metadata.ownerReferences.kind" -> ownerKind = in.string();
            case "metadata.ownerReferences.name" -> ownerName = in.string();
            case "metadata.ownerReferences.uid" -> ownerUid = in.string();
            case "metadata.ownerReferences.controller" -> ownerControls = in.bool();
            default -> field(node.path(), in);
        }
    }

    /// A wanted message ends.
    public final void end(FieldTree.Node node) {
        if (node.path().equals("metadata.ownerReferences")) {
            if (ownerControls) owner = shared(new Owner(ownerVersion, ownerKind, ownerName, ownerUid));
        } else {
            end(node.path());
        }
    }

    private void count() {
        if (++values > MOST_VALUES)
            throw new MalformedObjectException("an object of more than " + MOST_VALUES + " values");
    }

    /// The version of the object under way: where a watch goes on after it. Ask before `finish`.
    public final String resourceVersion() {
        return resourceVersion;
    }

    /// The object has ended: hands out its row and forgets it.
    public final Row finish() {
        String identity = uid.isEmpty() ? namespace + "/" + name : uid;
        rowLabels = shared(Labels.ofPairs(labels, labelsLength));
        row.identity(identity, namespace, name)
                .created(created)
                .labels(rowLabels)
                .owner(owner);
        fill(row);
        Row finished = row.build();
        reset();
        return finished;
    }

    /// Forgets an object that broke off in the middle.
    public final void reset() {
        values = 0;
        name = "";
        namespace = "";
        uid = "";
        resourceVersion = "";
        created = null;
        deleted = null;
        Arrays.fill(labels, 0, labelsLength, null);
        labelsLength = 0;
        rowLabels = Labels.NONE;
        owner = null;
        clear();
    }

    /// When the object was asked to go, or null.
    protected final @Nullable Instant deleted() {
        return deleted;
    }

    /// When the object was created, or null.
    protected final @Nullable Instant created() {
        return created;
    }

    /// The object's name.
    protected final String name() {
        return name;
    }

    /// The object's namespace, empty where it has none.
    protected final String namespace() {
        return namespace;
    }

    /// All labels of the object; known from `fill` on.
    protected final Labels labels() {
        return rowLabels;
    }

    /// The value of one of the object's labels, or null.
    protected final @Nullable String label(String key) {
        for (int i = 0; i < labelsLength; i += 2) if (labels[i].equals(key)) return labels[i + 1];
        return null;
    }

    /// The keys of the object's labels that start with `prefix`, without it.
    protected final List<String> labelKeysAfter(String prefix) {
        return java.util.stream.IntStream.iterate(0, i -> i < labelsLength, i -> i + 2)
                .mapToObj(i -> labels[i])
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList();
    }

    /// A wanted value of this kind is under the cursor.
    protected abstract void field(String path, ObjectStream in);

    /// A message that holds wanted fields begins.
    protected void begin(String path) {}

    /// A message that holds wanted fields ends.
    protected void end(String path) {}

    /// Sets the cells and the health from what was seen.
    protected abstract void fill(RowBuilder row);

    /// Forgets what was seen.
    protected abstract void clear();

    /// Objects of one owner stand together in a list, so most rows can share owner and labels with the row before.
    private Labels shared(Labels own) {
        if (!lastLabels.equals(own)) lastLabels = own;
        return lastLabels;
    }

    private Owner shared(Owner owner) {
        if (lastOwner == null || !lastOwner.equals(owner)) lastOwner = owner;
        return lastOwner;
    }

    private void label(String key, String value) {
        if (labelsLength == labels.length) labels = Arrays.copyOf(labels, labels.length * 2);
        labels[labelsLength++] = key;
        labels[labelsLength++] = value;
    }
}

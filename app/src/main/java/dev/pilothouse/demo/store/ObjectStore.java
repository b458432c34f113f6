package dev.pilothouse.demo.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// All objects, by kind, with one version for every change, as etcd keeps them. Objects handed in and out are never
/// changed afterwards: a change stores a new one.
///
/// The last changes are remembered for watches that resume; older versions are gone (410). Safe for any thread.
public final class ObjectStore {
    private static final int REMEMBERED_LISTS = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<GroupVersionResource, NavigableMap<String, ObjectNode>> objects = new HashMap<>();
    private final ArrayDeque<Change> history = new ArrayDeque<>();
    private final int historyLimit;
    private final Set<WatchQueue> watches = ConcurrentHashMap.newKeySet();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final Map<ListedAt, Listed> remembered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ListedAt, Listed> eldest) {
            return size() > REMEMBERED_LISTS;
        }
    };
    private long version;
    private long oldest;

    /// An empty store.
    ///
    /// @param version the version to count on from
    /// @param historyLimit how many changes are remembered
    public ObjectStore(long version, int historyLimit) {
        this.version = version;
        this.oldest = version;
        this.historyLimit = historyLimit;
    }

    /// All objects of a kind at one version, ordered by namespace and name.
    public record Listed(ResourceKind kind, List<ObjectNode> objects, long version) {}

    private record ListedAt(GroupVersionResource kind, long version) {}

    /// The version of the last change.
    public long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    /// Calls back after every change, on the thread that made it, with no lock held.
    public void onChange(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /// All objects of a kind now.
    public Listed list(ResourceKind kind) {
        lock.lock();
        try {
            return new Listed(kind, List.copyOf(of(kind).values()), version);
        } finally {
            lock.unlock();
        }
    }

    /// Keeps a list so that its next pages show the same version.
    public void remember(Listed list) {
        lock.lock();
        try {
            remembered.put(new ListedAt(list.kind().gvr(), list.version()), list);
        } finally {
            lock.unlock();
        }
    }

    /// A list whose first page was read at this version, or null where it is forgotten.
    public @Nullable Listed remembered(ResourceKind kind, long at) {
        lock.lock();
        try {
            return remembered.get(new ListedAt(kind.gvr(), at));
        } finally {
            lock.unlock();
        }
    }

    /// One object, or null.
    public @Nullable ObjectNode find(ResourceKind kind, String namespace, String name) {
        lock.lock();
        try {
            return of(kind).get(key(namespace, name));
        } finally {
            lock.unlock();
        }
    }

    /// Adds an object, which gets the next version.
    ///
    /// @throws StatusException where the name is taken
    public ObjectNode create(ResourceKind kind, ObjectNode object) {
        return commit(() -> {
            var key = key(Meta.namespace(object), Meta.name(object));
            if (of(kind).containsKey(key)) {
                throw StatusException.alreadyExists(kind.gvr(), Meta.name(object));
            }
            return put(Change.Type.ADDED, kind, key, object.deepCopy(), null);
        });
    }

    /// Changes an object: `change` gets a copy and returns what is to be stored. Nothing happens where it returns an
    /// equal object.
    ///
    /// @throws StatusException where there is no such object, or whatever `change` throws
    public ObjectNode update(ResourceKind kind, String namespace, String name, UnaryOperator<ObjectNode> change) {
        return commit(() -> {
            var key = key(namespace, name);
            var before = of(kind).get(key);
            if (before == null) {
                throw StatusException.notFound(kind.gvr(), name);
            }
            var after = change.apply(before.deepCopy());
            if (after.equals(before)) {
                return new Change(Change.Type.MODIFIED, kind, before, before, 0);
            }
            if (Meta.terminating(after)
                    && after.path("metadata").path("finalizers").isEmpty()
                    && Meta.terminating(before)
                    && !before.path("metadata").path("finalizers").isEmpty()) {
                return put(Change.Type.DELETED, kind, key, after, before);
            }
            return put(Change.Type.MODIFIED, kind, key, after, before);
        });
    }

    /// Removes an object at once.
    ///
    /// @param uid only where it has this uid; empty for any
    /// @return the object as it was last
    /// @throws StatusException where there is no such object, or one with another uid
    public ObjectNode delete(ResourceKind kind, String namespace, String name, String uid) {
        return commit(() -> {
            var key = key(namespace, name);
            var before = of(kind).get(key);
            if (before == null) {
                throw StatusException.notFound(kind.gvr(), name);
            }
            if (!uid.isEmpty() && !uid.equals(Meta.uid(before))) {
                throw StatusException.conflict(
                        kind.gvr(),
                        name,
                        "Precondition failed: UID in precondition: " + uid + ", UID in object meta: "
                                + Meta.uid(before));
            }
            return put(Change.Type.DELETED, kind, key, before.deepCopy(), before);
        });
    }

    /// Opens a watch from a version on; from 0 it starts with all objects as added.
    ///
    /// @throws StatusException where the version is no longer remembered, or not reached yet
    public WatchQueue watch(ResourceKind kind, long from) {
        lock.lock();
        try {
            var replayed = new ArrayList<Change>();
            if (from == 0) {
                of(kind).values().forEach(o -> replayed.add(new Change(Change.Type.ADDED, kind, o, null, version)));
            } else if (from < oldest) {
                throw StatusException.expired("too old resource version: " + from + " (" + oldest + ")");
            } else if (from > version) {
                throw new StatusException(
                                504, "Timeout", "Too large resource version: " + from + ", current: " + version)
                        .retryAfter(1)
                        .cause("ResourceVersionTooLarge", "Too large resource version", "");
            } else {
                history.stream()
                        .filter(c -> c.version() > from && c.kind().gvr().equals(kind.gvr()))
                        .forEach(replayed::add);
            }
            var watch = new WatchQueue(this, kind, replayed);
            watches.add(watch);
            return watch;
        } finally {
            lock.unlock();
        }
    }

    /// Forgets all history and all list pages: whoever resumes from before gets a 410.
    public void compact() {
        lock.lock();
        try {
            history.clear();
            remembered.clear();
            oldest = ++version;
        } finally {
            lock.unlock();
        }
    }

    /// Ends all watches.
    ///
    /// @param error what to tell them, or null to cut them without a word
    public void endWatches(@Nullable StatusException error) {
        watches.forEach(watch -> watch.end(error));
    }

    void forget(WatchQueue watch) {
        watches.remove(watch);
    }

    private ObjectNode commit(Supplier<Change> work) {
        Change change;
        lock.lock();
        try {
            change = work.get();
        } finally {
            lock.unlock();
        }
        if (change.version() != 0) {
            listeners.forEach(listener -> listener.accept(change));
        }
        return change.object();
    }

    private Change put(
            Change.Type type, ResourceKind kind, String key, ObjectNode object, @Nullable ObjectNode before) {
        version++;
        Meta.of(object).put("resourceVersion", Long.toString(version));
        if (type == Change.Type.DELETED) {
            of(kind).remove(key);
        } else {
            of(kind).put(key, object);
        }
        var change = new Change(type, kind, object, before, version);
        history.add(change);
        if (history.size() > historyLimit) {
            oldest = history.remove().version();
        }
        for (var watch : watches) {
            if (watch.kind().gvr().equals(kind.gvr())) {
                watch.offer(change);
            }
        }
        return change;
    }

    private NavigableMap<String, ObjectNode> of(ResourceKind kind) {
        return objects.computeIfAbsent(kind.gvr(), k -> new TreeMap<>());
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }
}

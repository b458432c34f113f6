package dev.pilothouse.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Everything that is remembered. Immutable; what a file does not say has the value of a first start.
///
/// @param window where the window stands and how it is divided
/// @param look how it looks
/// @param tables what the user did to the columns of a kind, by the kind's qualified name (`deployments.apps`)
/// @param contexts what belongs to one context, by its name
/// @param favouriteKinds qualified names of the kinds at the top of the navigator
/// @param foldedGroups names of the navigator's groups that are folded
/// @param history the command lines typed, the latest first
/// @param allowedPlugins fingerprints of the login plugins that the user allowed to run
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        WindowSettings window,
        LookSettings look,
        Map<String, TableSettings> tables,
        Map<String, ContextSettings> contexts,
        List<String> favouriteKinds,
        List<String> foldedGroups,
        List<String> history,
        List<String> allowedPlugins) {

    private static final Settings FIRST = new Settings(null, null, null, null, null, null, null, null);

    /// Copies the collections and fills in what is missing.
    public Settings(
            @Nullable WindowSettings window,
            @Nullable LookSettings look,
            @Nullable Map<String, TableSettings> tables,
            @Nullable Map<String, ContextSettings> contexts,
            @Nullable List<String> favouriteKinds,
            @Nullable List<String> foldedGroups,
            @Nullable List<String> history,
            @Nullable List<String> allowedPlugins) {
        this.window = window == null ? WindowSettings.first() : window;
        this.look = look == null ? LookSettings.first() : look;
        this.tables = tables == null ? Map.of() : Map.copyOf(tables);
        this.contexts = contexts == null ? Map.of() : Map.copyOf(contexts);
        this.favouriteKinds = favouriteKinds == null
                ? List.of("pods", "deployments.apps", "services", "nodes", "events", "namespaces")
                : List.copyOf(favouriteKinds);
        this.foldedGroups = foldedGroups == null ? List.of("access", "cluster") : List.copyOf(foldedGroups);
        this.history = history == null ? List.of() : List.copyOf(history);
        this.allowedPlugins = allowedPlugins == null ? List.of() : List.copyOf(allowedPlugins);
    }

    /// The settings of a first start.
    public static Settings first() {
        return FIRST;
    }

    /// What the user did to the columns of a kind.
    public TableSettings table(String kind) {
        return tables.getOrDefault(kind, TableSettings.first());
    }

    /// What belongs to a context.
    public ContextSettings context(String name) {
        return contexts.getOrDefault(name, ContextSettings.first());
    }

    /// The same with another window.
    public Settings withWindow(WindowSettings changed) {
        return new Settings(changed, look, tables, contexts, favouriteKinds, foldedGroups, history, allowedPlugins);
    }

    /// The same with another look.
    public Settings withLook(LookSettings changed) {
        return new Settings(window, changed, tables, contexts, favouriteKinds, foldedGroups, history, allowedPlugins);
    }

    /// The same with a change to the columns of a kind.
    public Settings withTable(String kind, UnaryOperator<TableSettings> change) {
        return new Settings(
                window,
                look,
                put(tables, kind, change.apply(table(kind))),
                contexts,
                favouriteKinds,
                foldedGroups,
                history,
                allowedPlugins);
    }

    /// The same with a change to a context.
    public Settings withContext(String name, UnaryOperator<ContextSettings> change) {
        return new Settings(
                window,
                look,
                tables,
                put(contexts, name, change.apply(context(name))),
                favouriteKinds,
                foldedGroups,
                history,
                allowedPlugins);
    }

    /// The same with other favourite kinds.
    public Settings withFavouriteKinds(List<String> changed) {
        return new Settings(window, look, tables, contexts, changed, foldedGroups, history, allowedPlugins);
    }

    /// The same with other groups of the navigator folded.
    public Settings withFoldedGroups(List<String> changed) {
        return new Settings(window, look, tables, contexts, favouriteKinds, changed, history, allowedPlugins);
    }

    /// The same with another history.
    public Settings withHistory(List<String> changed) {
        return new Settings(window, look, tables, contexts, favouriteKinds, foldedGroups, changed, allowedPlugins);
    }

    /// The same with one more allowed login plugin.
    public Settings withAllowedPlugin(String fingerprint) {
        List<String> changed = new ArrayList<>(allowedPlugins);
        if (!changed.contains(fingerprint)) changed.add(fingerprint);
        return new Settings(window, look, tables, contexts, favouriteKinds, foldedGroups, history, changed);
    }

    private static <T> Map<String, T> put(Map<String, T> map, String key, T value) {
        Map<String, T> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}

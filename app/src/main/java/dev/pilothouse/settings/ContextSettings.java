package dev.pilothouse.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What belongs to one context.
///
/// @param favouriteNamespaces the namespaces of the keys 1 to 9, in this order
/// @param lastView the command line of the view last shown, empty where there was none
/// @param namespaces the namespaces last looked at, empty for all
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContextSettings(List<String> favouriteNamespaces, String lastView, List<String> namespaces) {

    /// How many namespaces have a key.
    public static final int FAVOURITES = 9;

    /// Copies the lists, cuts the favourites to nine and fills in what is missing.
    public ContextSettings(
            @Nullable List<String> favouriteNamespaces, @Nullable String lastView, @Nullable List<String> namespaces) {
        List<String> favourites = favouriteNamespaces == null ? List.of() : favouriteNamespaces;
        this.favouriteNamespaces = List.copyOf(favourites.subList(0, Math.min(FAVOURITES, favourites.size())));
        this.lastView = lastView == null ? "" : lastView;
        this.namespaces = namespaces == null ? List.of() : List.copyOf(namespaces);
    }

    /// A context never used.
    public static ContextSettings first() {
        return new ContextSettings(null, null, null);
    }

    /// The same with other favourites.
    public ContextSettings withFavourites(List<String> changed) {
        return new ContextSettings(changed, lastView, namespaces);
    }

    /// The same with another last view.
    ///
    /// @param line its command line
    /// @param shown its namespaces, empty for all
    public ContextSettings withLastView(String line, List<String> shown) {
        return new ContextSettings(favouriteNamespaces, line, shown);
    }
}

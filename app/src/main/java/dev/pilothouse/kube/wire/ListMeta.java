package dev.pilothouse.kube.wire;

/// What a list says of itself.
///
/// @param resourceVersion where a watch goes on
/// @param next the token of the next page, empty where this is the last
/// @param remaining how many objects the pages to come hold, 0 where the server does not say
public record ListMeta(String resourceVersion, String next, long remaining) {

    /// Nothing said yet.
    public static final ListMeta NONE = new ListMeta("", "", 0);
}

package dev.pilothouse.resource;

/// Where the API server serves a kind: `apps/v1/deployments`, or `v1/pods` for the core group.
///
/// @param group the API group, empty for the core group
/// @param version the version, such as `v1`
/// @param resource the plural name in the URL, such as `pods`
public record GroupVersionResource(String group, String version, String resource) {

    /// A resource of the core group (`/api/v1`).
    public static GroupVersionResource core(String resource) {
        return new GroupVersionResource("", "v1", resource);
    }

    /// `v1` or `apps/v1`, as `apiVersion` in a manifest.
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /// `pods` or `deployments.apps`: what kubectl accepts on its command line.
    public String qualifiedName() {
        return group.isEmpty() ? resource : resource + "." + group;
    }

    /// The URL path below which this resource lives, without a namespace: `/apis/apps/v1`.
    public String basePath() {
        return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    }

    @Override
    public String toString() {
        return apiVersion() + "/" + resource;
    }
}

package dev.pilothouse.resource;

/// The controller that an object belongs to, as its owner reference names it.
///
/// @param apiVersion such as `apps/v1`
/// @param kind such as `ReplicaSet`
/// @param name its name, in the object's own namespace or without one
/// @param uid its uid
public record Owner(String apiVersion, String kind, String name, String uid) {}

/// The demo cluster's HTTP side: paths, discovery, lists, tables, watches, writes, logs and reviews, as the
/// Kubernetes API defines them.
@NullMarked
package dev.pilothouse.demo.api;

import org.jspecify.annotations.NullMarked;

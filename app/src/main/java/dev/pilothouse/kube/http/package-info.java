/// Requests as bytes: fabric8's HTTP client does login, TLS and proxies; we read bodies as streams.
@NullMarked
package dev.pilothouse.kube.http;

import org.jspecify.annotations.NullMarked;

/// Tests of discovery, on samples.
package dev.pilothouse.kube.discovery;

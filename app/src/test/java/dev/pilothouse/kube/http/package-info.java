/// Tests of the ground: http.
package dev.pilothouse.kube.http;

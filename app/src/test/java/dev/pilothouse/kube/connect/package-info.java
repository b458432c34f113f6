/// Tests of the ground: connect.
package dev.pilothouse.kube.connect;

/// Tests of the ground: login.
package dev.pilothouse.kube.login;

/// Logging in: what a request carries to show who asks, where it comes from and when it is renewed.
@NullMarked
package dev.pilothouse.kube.login;

import org.jspecify.annotations.NullMarked;

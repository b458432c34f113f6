/// Keeps rows in step with the cluster: a list, then a watch, mended whenever it breaks, with every state said.
///
/// A `Reflector` is a state machine on one thread of its own; it never waits for the network. `Download`s do, each
/// on a thread of its own, and send it what they read through a bounded queue. So a refresh, a close, a silent
/// connection and a sleep of the machine are all noticed while a read still hangs, and the sink hears one call
/// after the other.
@NullMarked
package dev.pilothouse.kube.reflect;

import org.jspecify.annotations.NullMarked;

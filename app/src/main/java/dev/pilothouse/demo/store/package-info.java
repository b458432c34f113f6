/// The demo cluster's memory: its kinds, its objects with their versions and history, selectors and watches.
@NullMarked
package dev.pilothouse.demo.store;

import org.jspecify.annotations.NullMarked;

/// An object at a glance: the few facts that matter for its kind, its containers, conditions, labels.
@NullMarked
package dev.pilothouse.insight.overview;

import org.jspecify.annotations.NullMarked;

/// Changes to objects: merge, strategic merge and JSON patches, and server-side apply with its field managers.
@NullMarked
package dev.pilothouse.demo.patch;

import org.jspecify.annotations.NullMarked;

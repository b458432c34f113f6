/// What goes over the wire, both encodings: lists and watches of objects in protobuf or JSON, and the server's Table.
///
/// A `ListReader` or a `WatchReader` pulls from a body as it arrives and hands out rows. A `Projector` says which
/// fields it wants; everything else is passed over by its length, never decoded, never kept. Bodies come from a
/// cluster and are not to be trusted: texts and depths are bounded, and what does not fit is a
/// `MalformedObjectException`, never a crash, never a loop.
@NullMarked
package dev.pilothouse.kube.wire;

import org.jspecify.annotations.NullMarked;

/// The data path piece by piece under JMH, on bodies of a real API server.
@NullMarked
package dev.pilothouse.micro;

import org.jspecify.annotations.NullMarked;

/// Objects as rows of the server's Table, with the columns that the real API server prints.
@NullMarked
package dev.pilothouse.demo.table;

import org.jspecify.annotations.NullMarked;

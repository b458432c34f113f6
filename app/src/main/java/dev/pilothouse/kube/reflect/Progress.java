package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.kube.wire.ListMeta;

/// How far the list under way has come.
final class Progress {
    private int read;
    private int shown;
    private int total;
    private int pages;

    /// A list begins.
    void begin() {
        read = 0;
        shown = 0;
        total = 0;
        pages = 1;
    }

    /// A first page said how many more there are; with a selector the server does not.
    void expect(ListMeta meta) {
        int more = Math.clamp(meta.remaining(), 0, Integer.MAX_VALUE - Requests.PAGE);
        total = more == 0 ? 0 : Requests.PAGE + more;
    }

    /// How many rows of the list itself have come.
    int read() {
        return read;
    }

    /// So many more rows of the list have come.
    void came(int rows) {
        read += rows;
        show(read);
    }

    /// So many rows are on screen, of the page or of the list, whichever has come further.
    void show(int rows) {
        shown = Math.max(shown, rows);
    }

    /// Another page is needed.
    ///
    /// @return whether that can still lead to an end
    boolean turnPage() {
        return ++pages <= Requests.MOST_PAGES;
    }

    /// Whether pages came before the one that is read now.
    boolean isContinued() {
        return pages > 1;
    }

    SyncState state() {
        return new SyncState.Loading(shown, total == 0 ? 0 : Math.max(total, shown));
    }
}

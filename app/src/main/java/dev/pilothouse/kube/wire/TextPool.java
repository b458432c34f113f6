package dev.pilothouse.kube.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Shares short texts that come again and again (namespaces, images, label keys) without decoding them again.
///
/// A table of fixed size in which a new text takes the place of an older one, so that hostile texts cannot fill the
/// heap. Threads may share it: slots are read and written without locks, which costs at worst a second copy of a
/// text, never a wrong one, because a text found is compared with the bytes it stands for.
public final class TextPool {
    /// Texts longer than this, in bytes, are not shared.
    static final int LONGEST_SHARED = 128;

    private static final int SLOTS = 1 << 14;

    private final @Nullable String[] slots = new @Nullable String[SLOTS];

    /// The text of these UTF-8 bytes.
    String share(byte[] utf8, int offset, int length) {
        if (length == 0) return "";
        if (length > LONGEST_SHARED) return new String(utf8, offset, length, StandardCharsets.UTF_8);
        int hash = 0;
        int bits = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + utf8[i];
            bits |= utf8[i];
        }
        if (bits < 0) return new String(utf8, offset, length, StandardCharsets.UTF_8);
        int slot = slotOf(hash);
        String first = slots[slot];
        if (first != null && first.hashCode() == hash && same(first, utf8, offset, length)) return first;
        String second = slots[slot ^ 1];
        if (second != null && second.hashCode() == hash && same(second, utf8, offset, length)) return second;
        return put(slot, new String(utf8, offset, length, StandardCharsets.ISO_8859_1));
    }

    /// The text of these characters.
    String share(char[] text, int offset, int length) {
        if (length == 0) return "";
        if (length > LONGEST_SHARED) return new String(text, offset, length);
        int hash = 0;
        for (int i = offset; i < offset + length; i++) hash = 31 * hash + text[i];
        int slot = slotOf(hash);
        String first = slots[slot];
        if (first != null && first.hashCode() == hash && same(first, text, offset, length)) return first;
        String second = slots[slot ^ 1];
        if (second != null && second.hashCode() == hash && same(second, text, offset, length)) return second;
        return put(slot, new String(text, offset, length));
    }

    /// A new text takes the first place of its pair, the one that stood there the second.
    private String put(int slot, String text) {
        slots[slot ^ 1] = slots[slot];
        slots[slot] = text;
        return text;
    }

    private static int slotOf(int hash) {
        return (hash ^ (hash >>> 14) ^ (hash >>> 23)) & (SLOTS - 1);
    }

    private static boolean same(String text, byte[] ascii, int offset, int length) {
        if (text.length() != length) return false;
        for (int i = 0; i < length; i++) if (text.charAt(i) != ascii[offset + i]) return false;
        return true;
    }

    private static boolean same(String text, char[] other, int offset, int length) {
        if (text.length() != length) return false;
        for (int i = 0; i < length; i++) if (text.charAt(i) != other[offset + i]) return false;
        return true;
    }
}

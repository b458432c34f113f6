package dev.pilothouse.demo.world;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/// Makes up names and uids as the cluster's controllers do, the same ones for the same seed.
public final class Names {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private final Random random;
    private final long seed;

    /// Names from this seed.
    public Names(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /// Five characters for the end of a generated name: `x7k2p`.
    public String suffix() {
        return letters(5);
    }

    /// A new uid.
    public synchronized String uid() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (1L << 63))
                .toString();
    }

    /// The name part that stands for a pod template: the same for the same template.
    public static String hash(String template) {
        long bits = mix(template.getBytes(StandardCharsets.UTF_8));
        var text = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            text.append(LETTERS.charAt((int) Long.remainderUnsigned(bits, LETTERS.length())));
            bits = Long.divideUnsigned(bits, LETTERS.length());
        }
        return text.toString();
    }

    /// A number that belongs to this text and this seed, for anything that must stay the same.
    public long stable(String text) {
        return mix((text + '#' + seed).getBytes(StandardCharsets.UTF_8));
    }

    /// A number below `bound`, from the sequence of the seed.
    public synchronized int below(int bound) {
        return random.nextInt(bound);
    }

    private synchronized String letters(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /// Spreads bits evenly (FNV-1a, then the finisher of SplitMix64).
    static long mix(byte[] bytes) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}

package dev.pilothouse.resource;

import java.util.Comparator;

/// Orders words as people do: without regard to case, and runs of digits by their value (`web-2` before `web-10`).
///
/// Allocates nothing, for a sort of 50,000 rows asks it a million times.
enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        int i = afterCommonStart(a, b);
        int j = i;
        while (i < a.length() && j < b.length()) {
            char x = a.charAt(i);
            char y = b.charAt(j);
            if (isDigit(x) && isDigit(y)) {
                int endX = endOfDigits(a, i);
                int endY = endOfDigits(b, j);
                int order = compareDigits(a, i, endX, b, j, endY);
                if (order != 0) return order;
                i = endX;
                j = endY;
                continue;
            }
            if (x != y) {
                int order = Character.compare(Character.toLowerCase(x), Character.toLowerCase(y));
                if (order != 0) return order;
            }
            i++;
            j++;
        }
        int order = Integer.compare(a.length() - i, b.length() - j);
        return order != 0 ? order : a.compareTo(b);
    }

    /// Names in one table start alike. Where they first differ, or where the digits around that place begin.
    private static int afterCommonStart(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int same = 0;
        while (same < shorter && a.charAt(same) == b.charAt(same)) same++;
        while (same > 0 && isDigit(a.charAt(same - 1))) same--;
        return same;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) end++;
        return end;
    }

    private static int compareDigits(String a, int i, int endA, String b, int j, int endB) {
        while (i < endA - 1 && a.charAt(i) == '0') i++;
        while (j < endB - 1 && b.charAt(j) == '0') j++;
        int order = Integer.compare(endA - i, endB - j);
        for (; order == 0 && i < endA; i++, j++) order = Character.compare(a.charAt(i), b.charAt(j));
        return order;
    }
}

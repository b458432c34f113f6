package dev.pilothouse.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.live.Filter;
import org.junit.jupiter.api.Test;

class MiddleEllipsisTest {
    private static final String NAME = "checkout-api-7d9f8b6c5-x2k4q";

    @Test
    void theEndOfANameStaysVisible() {
        assertThat(MiddleEllipsis.shorten(NAME, 10)).isEqualTo("chec…-x2k4q");
    }

    @Test
    void aMatchIsShownWhereItsTextIs() {
        Filter.Span start = MiddleEllipsis.shift(new Filter.Span(0, 5), NAME, 11);
        Filter.Span end = MiddleEllipsis.shift(new Filter.Span(23, 28), NAME, 11);
        Filter.Span lost = MiddleEllipsis.shift(new Filter.Span(10, 14), NAME, 11);

        assertThat(start).isEqualTo(new Filter.Span(0, 5));
        assertThat(end).isEqualTo(new Filter.Span(6, 11));
        assertThat(lost).isEqualTo(new Filter.Span(4, 5));
    }

    @Test
    void halfACharacterIsNotShown() {
        String shortened = MiddleEllipsis.shorten("ab😀cdefgh😀ij", 7);

        assertThat(shortened
                                .chars()
                                .filter(c -> Character.isSurrogate((char) c))
                                .count()
                        % 2)
                .isZero();
    }
}

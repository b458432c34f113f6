package dev.pilothouse.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.live.Filter;
import org.junit.jupiter.api.Test;

class EllipsisTest {
    private static final String NAME = "checkout-api-7d9f8b6c5-x2k4q";

    @Test
    void theEndOfANameStaysVisible() {
        assertThat(Ellipsis.MIDDLE.shorten(NAME, 10)).isEqualTo("chec…-x2k4q");
    }

    @Test
    void theStartOfASentenceStaysVisible() {
        assertThat(Ellipsis.END.shorten("Back-off restarting failed container", 8))
                .isEqualTo("Back-off…");
        assertThat(Ellipsis.END.shift(new Filter.Span(20, 26), "Back-off restarting failed container", 9))
                .isEqualTo(new Filter.Span(8, 9));
    }

    @Test
    void aMatchIsShownWhereItsTextIs() {
        Filter.Span start = Ellipsis.MIDDLE.shift(new Filter.Span(0, 5), NAME, 11);
        Filter.Span end = Ellipsis.MIDDLE.shift(new Filter.Span(23, 28), NAME, 11);
        Filter.Span lost = Ellipsis.MIDDLE.shift(new Filter.Span(10, 14), NAME, 11);

        assertThat(start).isEqualTo(new Filter.Span(0, 5));
        assertThat(end).isEqualTo(new Filter.Span(6, 11));
        assertThat(lost).isEqualTo(new Filter.Span(4, 5));
    }

    @Test
    void halfACharacterIsNotShown() {
        String shortened = Ellipsis.MIDDLE.shorten("ab😀cdefgh😀ij", 7);

        assertThat(shortened
                                .chars()
                                .filter(c -> Character.isSurrogate((char) c))
                                .count()
                        % 2)
                .isZero();
    }
}

package dev.pilothouse.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FinderTest {
    private final Finder finder = new Finder();

    @Test
    void findsWithoutRegardToCaseAndStartsWhereTheReaderIs() {
        finder.look("Image: a\nimageID: b\nIMAGE", "image", 5);

        assertThat(finder.places()).containsExactly(0, 9, 20);
        assertThat(finder.start()).isEqualTo(9);
        assertThat(finder.count()).isEqualTo("2/3");
    }

    @Test
    void goesAroundTheEnds() {
        finder.look("aXaXa", "a", 0);
        finder.step(-1);
        assertThat(finder.start()).isEqualTo(4);
        finder.step(1);
        assertThat(finder.start()).isZero();
    }

    @Test
    void placesHoldWhereLettersGrowWithTheirCase() {
        finder.look("İİİ target", "target", 0);

        assertThat(finder.start()).isEqualTo(4);
    }

    @Test
    void saysThatThereIsNone() {
        finder.look("text", "missing", 0);

        assertThat(finder.start()).isEqualTo(-1);
        assertThat(finder.count()).isEqualTo("0/0");
    }
}

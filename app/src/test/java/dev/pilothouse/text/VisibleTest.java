package dev.pilothouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void terminalSequencesAndHiddenCharactersAreWrittenOut() {
        assertThat(Visible.of("a\u001B[31mred\u202Eevil\u200B")).isEqualTo("a\\u001B[31mred\\u202Eevil\\u200B");
    }

    @Test
    void ordinaryTextOfAnyLanguageStays() {
        String text = "障害が発生しました。\n\tünïcode 🚢";
        assertThat(Visible.of(text)).isSameAs(text);
    }

    @Test
    void aLineHasNoLineEnds() {
        assertThat(Visible.line("one\ntwo\tthree\r")).isEqualTo("one two three\\u000D");
    }
}

package dev.pilothouse.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.text.Messages;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private final Csv csv = new Csv(
            FakeSource.SCHEMA,
            List.of(FakeSource.NAME, FakeSource.RESTARTS, FakeSource.AGE),
            Instant.EPOCH,
            new Messages(Messages.Language.EN));

    @Test
    void writesHeadersValuesAndInstants() {
        String text = csv.of(List.of(FakeSource.row("web-1", "Running", 3)));

        assertThat(text).isEqualTo("NAME,RESTARTS,AGE\r\nweb-1,3,1970-01-01T00:00:00Z\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)", "\tcmd", "\rcmd"})
    void whatASpreadsheetWouldTakeForAFormulaStaysText(String hostile) {
        String line =
                csv.of(List.of(FakeSource.row(hostile, "Running", 0))).substring("NAME,RESTARTS,AGE\r\n".length());

        assertThat(line.startsWith("\"") ? line.substring(1) : line).startsWith("'" + hostile);
    }

    @Test
    void quotesCommasAndLineBreaksStayInTheirCell() {
        String text = csv.of(List.of(FakeSource.row("a\"b,c\nd", "Running", 0)));

        assertThat(text).contains("\"a\"\"b,c\nd\",0,");
    }
}

package dev.pilothouse.kube.wire;

import static dev.pilothouse.kube.wire.Bodies.PODS;
import static dev.pilothouse.kube.wire.Bodies.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.MalformedObjectException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static final String COLUMNS = """
            [{"name":"Name","type":"string","format":"name","priority":0},
             {"name":"Phase","type":"string","priority":0},
             {"name":"Name","type":"string","priority":0},
             {"name":"","type":"weird"},
             {"name":"Big\\tCount","type":"integer","priority":1},
             {"name":"Renewed","type":"date","priority":0},
             {"name":"Labels","type":"string"},
             {"name":"Age","type":"date","priority":0}]
            """;
    static final String ROW = """
            {"cells":["a","Bound","x",[1,{"k":"v"}],12,"3d4h","l","5m"],
             "object":{"kind":"PartialObjectMetadata","metadata":{"name":"a","namespace":"shop","uid":"u1",
              "resourceVersion":"9","creationTimestamp":"2026-03-01T11:00:00Z","labels":{"app":"web"},
              "deletionTimestamp":"2026-03-01T11:30:00Z"}}}
            """;
    static final String TABLE = """
            {"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"10"},
             "columnDefinitions":%s,"rows":[%s]}
            """.formatted(COLUMNS, ROW);

    private final Wire wire = new Wire(InstantSource.fixed(NOW));

    private TableList read(String body) throws IOException {
        return wire.table(PODS, stream(body));
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Object cell(TableList table, Row row, String column) {
        Object cell = row.cell(table.schema().find(column));
        return cell == null ? "nothing" : cell;
    }

    @Test
    void columnsOfAnyNameHaveIdsOfTheirOwn() throws IOException {
        TableList table = read(TABLE);
        rows(table);
        assertThat(table.schema().columns().stream().map(Column::id))
                .containsExactly(
                        "namespace",
                        "name",
                        "phase",
                        "name-2",
                        "column",
                        "big-count",
                        "renewed",
                        "labels-2",
                        "labels",
                        "age");
        assertThat(table.schema().columns().get(5).wide()).isTrue();
        assertThat(table.meta().resourceVersion()).isEqualTo("10");
    }

    @Test
    void cellsAreOfTheirColumnsTypes() throws IOException {
        TableList table = read(TABLE);
        Row row = rows(table).getFirst();
        assertThat(row.uid()).isEqualTo("u1");
        assertThat(cell(table, row, "namespace")).isEqualTo("shop");
        assertThat(cell(table, row, "phase")).isEqualTo("Bound");
        assertThat(cell(table, row, "column")).isEqualTo("[1,{\"k\":\"v\"}]");
        assertThat(cell(table, row, "big-count")).isEqualTo(12L);
        assertThat(cell(table, row, "renewed")).isEqualTo(Instant.parse("2026-02-26T08:00:00Z"));
        assertThat(cell(table, row, "age")).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
        assertThat(row.health()).isEqualTo(Health.terminating());
        assertThat(row.labels().get("app")).isEqualTo("web");
    }

    @Test
    void cellsThatDoNotFitAreNoValue() throws IOException {
        for (String odd :
                List.of("\"abc\"", "true", "[1]", "{\"a\":1}", "null", "123456789012345678901", "\"99999999999y\"")) {
            TableList table = read(TABLE.replace("12,\"3d4h\"", odd + "," + odd));
            Row row = rows(table).getFirst();
            assertThat(cell(table, row, "big-count")).as(odd).isEqualTo("nothing");
            assertThat(cell(table, row, "renewed")).as(odd).isEqualTo("nothing");
        }
    }

    @Test
    void rowsMayHaveMoreOrFewerCellsThanColumns() throws IOException {
        for (String cells : List.of("[]", "null", "[\"a\"]", "[1,2,3,4,5,6,7,8,9,10,11]", "{}", "7")) {
            TableList table = read(TABLE.replaceAll("\"cells\":\\[.*\"5m\"]", "\"cells\":" + cells));
            assertThat(rows(table)).as(cells).extracting(Row::name).containsExactly("a");
        }
    }

    @Test
    void aServerWithoutTablesGivesRowsWithoutCells() throws IOException {
        TableList table = read("""
                {"kind":"ThingList","metadata":{"resourceVersion":"3"},
                 "items":[{"metadata":{"name":"a","uid":"u"},"spec":{"deep":[[1]]}},{"metadata":{"name":"b","uid":"v"}}]}
                """);
        assertThat(rows(table)).extracting(Row::name).containsExactly("a", "b");
        assertThat(table.meta().resourceVersion()).isEqualTo("3");
    }

    @Test
    void laterEventsOfAWatchNeedNotNameTheColumns() throws IOException {
        TableList table = read(TABLE);
        rows(table);
        String later = TABLE.replace(COLUMNS.strip(), "null").replace("Bound", "Lost");
        WatchReader watch = wire.watchTable(
                stream("{\"type\":\"ADDED\",\"object\":%s}{\"type\":\"MODIFIED\",\"object\":%s}"
                        .formatted(TABLE, later)),
                table.shape());
        assertThat(watch.next()).isInstanceOf(WatchEvent.Changed.class);
        assertThat(watch.next()).isInstanceOfSatisfying(WatchEvent.Changed.class, changed -> {
            assertThat(cell(table, changed.row(), "phase")).isEqualTo("Lost");
            assertThat(changed.resourceVersion()).isEqualTo("9");
        });
        assertThat(watch.next()).isNull();
    }

    @Test
    void otherColumnsInAWatchAskForANewList() throws IOException {
        TableList table = read(TABLE);
        rows(table);
        String other = TABLE.replace("Phase", "Stage");
        WatchReader watch = wire.watchTable(stream("{\"type\":\"ADDED\",\"object\":" + other + "}"), table.shape());
        assertThat(watch.next()).isInstanceOf(WatchEvent.ColumnsChanged.class);
    }

    @Test
    void aTableBrokenOffAnywhereEndsInAnError() throws IOException {
        String whole = TABLE.strip();
        for (int length = 1; length < whole.length(); length++) {
            String broken = whole.substring(0, length);
            assertThatThrownBy(() -> rows(read(broken)))
                    .as(broken)
                    .isInstanceOfAny(EOFException.class, MalformedObjectException.class);
        }
    }
}

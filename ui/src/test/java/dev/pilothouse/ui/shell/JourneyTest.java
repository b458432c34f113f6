package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.settings.TableSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyTest {
    private ShellBench bench;

    @BeforeEach
    void open(@TempDir Path settings) {
        bench = new ShellBench(settings);
    }

    @Test
    void whatCannotBeShownIsNotRememberedAsTheViewThatWasShownBefore() {
        podsByNameThenNoConnection();

        bench.shell.open(new Place.Aliases(), "");
        bench.shell.leave();

        assertThat(bench.shell.placeProperty().get()).isNull();
        assertThat(bench.settings.get().table("aliases")).isEqualTo(TableSettings.first());
    }

    @Test
    void nothingLeadsBackToWhatCouldNotBeShown() {
        podsByNameThenNoConnection();

        bench.shell.open(new Place.Aliases(), "");
        bench.shell.openContexts();
        bench.shell.back();
        bench.table.sortBy("server");
        bench.shell.leave();

        assertThat(bench.shell.placeName()).isEqualTo("contexts");
        assertThat(bench.settings.get().table("contexts").sort())
                .isEqualTo(new TableSettings.SortedBy("server", false));
        assertThat(bench.settings.get().table("aliases")).isEqualTo(TableSettings.first());
    }

    private void podsByNameThenNoConnection() {
        bench.openPods(NamespaceScope.all(), "web-1");
        bench.table.sortBy("name");
        bench.table.wideProperty().set(true);
        bench.unreachable = new Failure.Unreachable("GET https://shop/version", "refused");
        bench.shell.connect("there");
    }
}

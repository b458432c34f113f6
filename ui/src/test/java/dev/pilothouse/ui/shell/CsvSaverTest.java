package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.text.Messages.Language;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.text.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSaverTest {
    private final NoticesModel notices = new NoticesModel(Clock.systemUTC(), Trace.off());
    private final Words words = new Words(Language.EN);
    private final CsvSaver saver = new CsvSaver(notices, Runnable::run, Runnable::run, words);

    @TempDir
    Path folder;

    @Test
    void aSavedTableIsConfirmedWithItsRowsAndItsFile() throws Exception {
        Path file = folder.resolve("pods.csv");

        saver.write(file, 2, () -> "NAME\r\nweb\r\nカート\r\n");

        assertThat(file).content().isEqualTo("NAME\r\nweb\r\nカート\r\n");
        assertThat(said()).contains("2 rows").contains(file.toString());
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidWithWhatToDo() throws Exception {
        Path file = Files.createFile(folder.resolve("file")).resolve("pods.csv");

        saver.write(file, 0, () -> "NAME\r\n");

        assertThat(said()).contains("could not be saved").contains(file.toString());
        Notice notice = notices.all().getFirst();
        assertThat(notice.level()).isEqualTo(Notice.Level.FAILED);
        assertThat(notice.remedy()).isNotNull();
        assertThat(notice.details()).isNotEmpty();
    }

    private String said() {
        return words.say(notices.all().getFirst().summary());
    }
}

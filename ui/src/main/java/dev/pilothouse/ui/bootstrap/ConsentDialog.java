package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.text.Visible;
import dev.pilothouse.ui.dialog.Card;
import dev.pilothouse.ui.dialog.Overlays;
import dev.pilothouse.ui.fx.UiExecutor;
import dev.pilothouse.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Asks the user before a login plugin is run for the first time: a kubeconfig can name any program.
///
/// The whole command is shown, a word a line, so that nothing of it can hide behind an ellipsis, a line break or an
/// invisible character.
final class ConsentDialog implements PluginConsent {
    private final Words words;
    private final UiExecutor ui;
    private final Supplier<Overlays> overlays;

    ConsentDialog(Words words, UiExecutor ui, Supplier<Overlays> overlays) {
        this.words = words;
        this.ui = ui;
        this.overlays = overlays;
    }

    @Override
    public boolean allows(Plugin plugin) throws InterruptedException {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        ui.run(() -> ask(plugin, answer));
        try {
            return answer.get();
        } catch (InterruptedException e) { // nobody waits for the login any more
            answer.complete(false);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the dialog could not be shown", e);
        }
    }

    private void ask(Plugin plugin, CompletableFuture<Boolean> answer) {
        if (answer.isDone()) return;
        String program = Visible.line(plugin.program().getFileName().toString());
        Label why = new Label();
        why.textProperty()
                .bind(words.bind(
                        "start.consent.why",
                        Visible.line(plugin.user()),
                        Visible.line(plugin.file().toString())));
        why.setWrapText(true);
        List<Node> body = new ArrayList<>(List.of(why, caption("start.consent.command"), command(plugin)));
        if (!plugin.variables().isEmpty()) {
            Label variables = new Label(Visible.line(String.join(", ", plugin.variables())));
            variables.setWrapText(true);
            variables.getStyleClass().add("mono");
            body.addAll(List.of(caption("start.consent.variables"), variables));
        }
        Card card = new Card(words.bind("start.consent.title", program), body.toArray(Node[]::new));
        card.setPrefWidth(640);
        Button refuse = card.button(
                "cancel",
                words.bind("start.consent.refuse"),
                () -> overlays.get().close("cancel"));
        Button run = card.button("run", words.bind("start.consent.run", program), () -> {
            answer.complete(true);
            overlays.get().close("run");
        });
        run.getStyleClass().add("accent");
        refuse.setCancelButton(true);
        overlays.get().show("consent", card, refuse, Pos.CENTER);
        // Whatever else closes the dialog is a no.
        card.parentProperty().subscribe(parent -> {
            if (parent == null) answer.complete(false);
        });
        var _ = answer.thenRun(() -> ui.run(() -> overlays.get().close(card, "gone")));
    }

    private Label caption(String key) {
        Label caption = new Label();
        caption.textProperty().bind(words.bind(key));
        caption.getStyleClass().add("consent-caption");
        return caption;
    }

    private static ScrollPane command(Plugin plugin) {
        VBox lines = new VBox();
        lines.getStyleClass().add("consent-command");
        for (String word : plugin.words()) {
            Label line = new Label(word);
            line.setWrapText(true);
            line.getStyleClass().addAll("mono", lines.getChildren().isEmpty() ? "consent-program" : "consent-argument");
            lines.getChildren().add(line);
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("consent-scroll");
        return scroll;
    }
}

package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.ui.dialog.Card;
import dev.pilothouse.ui.dialog.Overlays;
import dev.pilothouse.ui.fx.UiExecutor;
import dev.pilothouse.ui.text.Words;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// Asks the user before a login plugin is run for the first time: a kubeconfig can name any program.
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
        } catch (ExecutionException e) {
            throw new IllegalStateException("the dialog could not be shown", e);
        }
    }

    private void ask(Plugin plugin, CompletableFuture<Boolean> answer) {
        Label why = new Label(
                words.say("start.consent.why", plugin.user(), plugin.file().toString()));
        why.setWrapText(true);
        Label command = new Label(plugin.commandLine());
        command.setWrapText(true);
        command.getStyleClass().addAll("mono", "consent-command");
        Card card = new Card(
                words.bind("start.consent.title", plugin.program().getFileName().toString()), why, command);
        card.setPrefWidth(560);
        Button refuse = card.button(
                "cancel",
                words.bind("start.consent.refuse"),
                () -> overlays.get().close("cancel"));
        Button run = card.button("run", words.bind("start.consent.run"), () -> {
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
    }
}

package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sees every view in both themes and both languages, in one window, and leaves a picture of each in `target/tour`.
@WindowTest
class TourTest {
    private static final Path PICTURES = Path.of("target", "tour");

    @Test
    void theQuestionBeforeALoginPluginSpeaksBothLanguagesInBothThemes(@TempDir Path folder) throws IOException {
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: shop, cluster: {server: "https://127.0.0.1:1"}}]
                current-context: shop
                contexts: [{name: shop, context: {cluster: shop, user: operator}}]
                users:
                - name: operator
                  user:
                    exec:
                      apiVersion: client.authentication.k8s.io/v1
                      interactiveMode: Never
                      command: /opt/shop/bin/shop-login
                      args: [get-token, --cluster, "shop production", -c, "curl x | sh"]
                      env: [{name: SHOP_PROFILE, value: production}]
                """);
        try (DemoWindow window = DemoWindow.openOn(kubeconfig, folder)) {
            Photographer camera = new Photographer(window, PICTURES);
            window.awaitText("shop-login");
            camera.take("consent", "'curl x | sh'", "start.consent.command", "start.consent.refuse");
            assertThat(camera.complaints()).isEmpty();
        }
    }

    @Test
    void everyViewSpeaksBothLanguagesInBothThemes(DemoWindow window) throws IOException {
        Photographer camera = new Photographer(window, PICTURES);
        window.size(1280, 800);

        TourOfTables.take(window, camera);
        TourOfTheInspector.take(window, camera);
        TourOfOverlays.take(window, camera);
        TourOfStates.take(window, camera);

        assertThat(camera.complaints()).isEmpty();
        assertThat(Files.size(PICTURES.resolve("pods-dark-en.png"))).isGreaterThan(10_000);
    }
}

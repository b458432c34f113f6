package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilothouse.command.CommandRegistry;
import dev.pilothouse.command.CommandSpec;
import dev.pilothouse.text.Messages.Language;
import dev.pilothouse.ui.theme.Themes;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A user's first minutes, by keys alone.
@WindowTest
class ShellKeysTest {
    private final TableOnScreen table = new TableOnScreen();

    @Test
    void whoHasNoKubeconfigIsNotToldOffForIt(DemoWindow window) {
        assertThat(window.texts()).noneMatch(text -> text.contains("kubeconfig"));
    }

    @Test
    void aFilterLeavesWhatMatchesAndEscBringsTheRestBack(DemoWindow window) {
        window.type("/").type("cart").press(KeyCode.ENTER).awaitCrumb("/cart");
        table.awaitNames(names -> names.stream().allMatch(name -> name.contains("cart")));
        assertThat(window.breadcrumbs()).anyMatch(crumb -> crumb.matches("pods \\(\\d+ of \\d+\\)"));

        window.press(KeyCode.ESCAPE).awaitAllPods();
    }

    @Test
    void aBadFilterSaysSoBelowTheLineAndKeepsTheLastGoodOne(DemoWindow window) {
        window.type("/").type("re:cart").awaitCrumb("/re:cart");
        List<String> found = table.awaitNames(names -> names.stream().allMatch(name -> name.contains("cart")));

        window.type("(").awaitText("The regular expression is wrong");
        window.press(KeyCode.ENTER).awaitText("The regular expression is wrong").awaitCrumb("/re:cart");
        assertThat(table.names()).isEqualTo(found);
        assertThat(window.focus()).isEqualTo("prompt");

        window.press(KeyCode.ESCAPE).awaitAllPods().awaitNoText("The regular expression is wrong");
    }

    @Test
    void theFilterInForceIsEditedAtItsEnd(DemoWindow window) {
        window.type("/").type("cart").press(KeyCode.ENTER).awaitCrumb("/cart");

        window.type("/").type("-redis").press(KeyCode.ENTER).awaitCrumb("/cart-redis");
        table.awaitNames(List.of("cart-redis-0", "cart-redis-1", "cart-redis-2")::equals);
    }

    @Test
    void keysTypedWhileAViewOpensAreMeantForItsRows(DemoWindow window) {
        window.type(":").type("deployments cart").press(KeyCode.ENTER, KeyCode.J, KeyCode.D);

        window.awaitText("Annotations:").awaitText("cart-cleaner");
        assertThat(table.selected()).isEqualTo("cart-cleaner");
    }

    @Test
    void aSortKeyKeepsTheCursorsPlaceSoThatOneLooksAtTheGreatest(DemoWindow window) {
        window.command("pods cart").awaitCrumbs("cart");
        List<String> names = table.awaitNames(all -> all.size() > 3);
        window.press(KeyCode.J).chord(KeyCode.SHIFT, KeyCode.N);

        table.awaitNames(names.reversed()::equals);
        assertThat(table.selected()).isEqualTo(names.reversed().get(1));

        window.chord(KeyCode.SHIFT, KeyCode.M);
        await("sorted by memory").until(table::sorted, List.of("MEM ▼")::equals);
        await("in its place").until(() -> table.selected().equals(table.names().get(1)));
    }

    @Test
    void belowContainersIsTheirPodItself(DemoWindow window) {
        window.command("pods cart /cart-redis-0").awaitCrumb("/cart-redis-0");
        window.press(KeyCode.ENTER).awaitCell("redis");

        window.press(KeyCode.ENTER).awaitText("Controlled By:");
        assertThat(window.breadcrumbs()).contains("Pod cart-redis-0");
    }

    @Test
    void aViewThatMayNotBeListedNamesTheMissingVerbAndWhatToDo(DemoWindow window) {
        window.demo().deny("list", "secrets", "*");

        window.type(":")
                .type("secrets")
                .press(KeyCode.ENTER)
                .awaitText("You may not see this")
                .awaitText("The verb “list” for secrets is missing from your rights.")
                .awaitText("type :ns")
                .awaitText("DENIED");
        assertThat(window.breadcrumbs()).last().isEqualTo("secrets");
        assertThat(window.texts()).contains("Retry", "Copy details", "Read again");
    }

    @Test
    void whereOneOfTheNamespacesIsForbiddenTheOthersAreShownAndALineNamesIt(DemoWindow window) {
        window.demo().deny("list", "pods", "payments");

        window.type(":")
                .type("po cart,payments /redis")
                .press(KeyCode.ENTER)
                .awaitText("You may not see pods in: payments")
                .awaitCrumb("/redis");
        assertThat(table.names()).containsExactly("cart-redis-0", "cart-redis-1", "cart-redis-2");

        window.demo().clear();
        window.chord(KeyCode.CONTROL, KeyCode.R).awaitNoText("You may not see pods in: payments");
    }

    @Test
    void enterGoesDownToContainersAndEscComesBackToTheSameRow(DemoWindow window) {
        window.press(KeyCode.J, KeyCode.J, KeyCode.ENTER).awaitText("IMAGE");
        assertThat(window.breadcrumbs()).anyMatch(crumb -> crumb.startsWith("Pod "));

        window.press(KeyCode.ESCAPE).awaitAllPods();
    }

    @Test
    void theNodeOfAPodIsOneKeyAway(DemoWindow window) {
        window.type("/").type("cart-redis").press(KeyCode.ENTER).awaitCrumb("/cart-redis");
        table.awaitNames(names -> names.getFirst().startsWith("cart-redis"));

        window.press(KeyCode.O).awaitCrumb("nodes (1)");
        assertThat(window.breadcrumbs()).anyMatch(crumb -> crumb.startsWith("Pod cart-redis"));

        window.press(KeyCode.ESCAPE).awaitCrumb("/cart-redis");
    }

    @Test
    void theReplicaSetsOfADeploymentAreOneKeyAway(DemoWindow window) {
        window.type(":").type("deploy cart").press(KeyCode.ENTER).awaitText("UP-TO-DATE");

        window.press(KeyCode.Z).awaitText("DESIRED");
        assertThat(window.breadcrumbs()).anyMatch(crumb -> crumb.startsWith("Deployment "));

        window.press(KeyCode.ESCAPE).awaitText("UP-TO-DATE");
    }

    @Test
    void whereNothingLiesBelowAContainerItsPodIsShown(DemoWindow window) {
        window.type(":").type("po cart /redis-0").press(KeyCode.ENTER).awaitCrumb("/redis-0");
        window.press(KeyCode.ENTER).awaitText("IMAGE");

        window.press(KeyCode.D).awaitText("Service Account:").awaitText("cart-redis-0");
        window.press(KeyCode.ESCAPE).press(KeyCode.ESCAPE).awaitCrumb("/redis-0");
    }

    @Test
    void theInspectorTakesTheTablesPlaceAndSaysWhichKeysWorkInIt(DemoWindow window) {
        window.press(KeyCode.Y).awaitText("apiVersion").awaitText("Full width");

        window.press(KeyCode.F).awaitNoText("READY");
        window.press(KeyCode.ESCAPE).awaitText("READY").awaitText("apiVersion");
        window.press(KeyCode.ESCAPE).awaitNoText("Full width");
    }

    @Test
    void whileOneTypesTheHintsNameNoLetters(DemoWindow window) {
        window.awaitText("Describe");

        window.type("/").awaitNoText("Describe").awaitText("Back, or clear");
        window.press(KeyCode.ESCAPE).awaitText("Describe");
    }

    @Test
    void anUnknownWordIsNamedAndTheNearestProposed(DemoWindow window) {
        window.type(":").type("podz").press(KeyCode.ENTER).awaitText("“podz”");

        assertThat(window.focus()).isEqualTo("prompt");
        window.press(KeyCode.ESCAPE);
        assertThat(window.focus()).contains("table-pane");
    }

    @Test
    void severalNamespacesAtOnceAndAllOfThemWithZero(DemoWindow window) {
        window.type(":").type("pods cart,checkout").press(KeyCode.ENTER).awaitText("cart, checkout");

        window.type("0").awaitText("all namespaces").awaitAllPods();
    }

    @Test
    void aNamespaceThatThereIsBecomesAFavouriteAndAMistypedOneDoesNot(DemoWindow window) {
        window.type(":").type("pods crat").press(KeyCode.ENTER).awaitText("nothing of this kind");
        window.type(":").type("pods cart").press(KeyCode.ENTER).awaitNoText("nothing of this kind");
        window.type("0").awaitAllPods();

        window.type("2");
        await("the second favourite").until(() -> window.breadcrumbs().contains("cart"));
    }

    @Test
    void historyGoesBackAndForward(DemoWindow window) {
        window.type(":").type("deployments").press(KeyCode.ENTER).awaitText("UP-TO-DATE");

        window.type("[").awaitAllPods();
        window.type("]").awaitText("UP-TO-DATE");
        window.type("-").awaitAllPods();
    }

    @Test
    void helpShowsTheKeysOfThisViewAndTypingFiltersIt(DemoWindow window) {
        window.type("?").awaitText("Keys that work here").awaitText("Faults only");
        assertThat(window.texts()).as("keys of another platform").noneMatch(text -> text.contains("Cmd+"));

        window.type("owner").awaitNoText("Faults only");
        window.press(KeyCode.ESCAPE).awaitNoText("Keys that work here");
    }

    @Test
    void thePaletteFindsAKindByAFewLetters(DemoWindow window) {
        window.chord(KeyCode.CONTROL, KeyCode.K).type("statefuls").awaitText("statefulsets.apps");

        window.press(KeyCode.ENTER).awaitText("statefulsets (");
    }

    @Test
    void languageAndThemeChangeWhileTheWindowStands(DemoWindow window) {
        window.chord(KeyCode.CONTROL, KeyCode.K)
                .type("Switch language")
                .press(KeyCode.ENTER)
                .awaitText("すべての Namespace");
        assertThat(window.words().language()).isEqualTo(Language.JA);
        assertThat(window.themes().choiceProperty().get())
                .as("the theme that this run was started with")
                .isEqualTo(Themes.Choice.LIGHT);

        boolean dark = window.themes().dark().get();
        window.chord(KeyCode.CONTROL, KeyCode.K)
                .type("ライト")
                .press(KeyCode.ENTER)
                .awaitNoText("ライトとダーク");
        assertThat(window.themes().dark().get()).isNotEqualTo(dark);
    }

    @Test
    void everyCommandOfTheRegistryDoesSomethingAndNothingElseDoes(DemoWindow window) {
        List<String> registered =
                new CommandRegistry().all().stream().map(CommandSpec::id).toList();

        assertThat(window.handledCommands()).containsExactlyInAnyOrderElementsOf(registered);
    }

    @Test
    void aDialogOpenedByACommandGivesTheKeyboardBackToTheTable(DemoWindow window) {
        window.type(":").type("settings").press(KeyCode.ENTER).awaitText("Row height");

        window.press(KeyCode.ESCAPE).awaitNoText("Row height");
        assertThat(window.focus()).contains("table-pane");
    }
}

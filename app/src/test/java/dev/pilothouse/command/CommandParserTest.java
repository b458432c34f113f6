package dev.pilothouse.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.command.CommandLine.Elsewhere;
import dev.pilothouse.command.CommandLine.Open;
import dev.pilothouse.command.CommandLine.Own;
import dev.pilothouse.command.CommandLine.Unknown;
import dev.pilothouse.command.CommandLine.UnknownContext;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {
    private static final Vocabulary VOCABULARY =
            new Vocabulary(Kinds.INDEX, List.of("shop", "shop-admin", "payments"), List.of("dev", "prod"), "dev");

    private final CommandParser parser = new CommandParser(VOCABULARY);
    private final Completer completer = new Completer(VOCABULARY);

    @ParameterizedTest
    @CsvSource({
        "pods, pods",
        "POD, pods",
        ":po, pods",
        "Deployment, deployments.apps",
        "dp, deployments.apps",
        "deploy.apps, deployments.apps",
        "jo, jobs.batch",
        "svc, services",
        "services, services",
        "services.serving.knative.dev, services.serving.knative.dev",
        "kservice, services.serving.knative.dev",
        "ev, events",
        "events.events.k8s.io, events.events.k8s.io"
    })
    void kindsAreKnownByAllTheirNames(String line, String kind) {
        assertThat(parser.parse(line))
                .isInstanceOfSatisfying(
                        Open.class,
                        open -> assertThat(open.kind().gvr().qualifiedName()).isEqualTo(kind));
    }

    @Test
    void everyPartOfALineIsUnderstood() {
        assertThat(parser.parse(":po shop,payments app=web tier=front /web error @dev"))
                .isEqualTo(new Open(Kinds.PODS, List.of("shop", "payments"), "web error", "app=web,tier=front", "dev"));
        assertThat(parser.parse("po all")).isEqualTo(new Open(Kinds.PODS, List.of("*"), "", "", ""));
        assertThat(parser.parse("  ")).isEqualTo(new CommandLine.Empty());
    }

    @Test
    void aKindElsewhereIsReadAgainThere() {
        assertThat(parser.parse("widgets shop /x y @prod")).isEqualTo(new Elsewhere("prod", "widgets shop /x y"));
    }

    @Test
    void ownWordsTakeTheirArguments() {
        assertThat(parser.parse("ctx")).isEqualTo(new Own(OwnWord.CONTEXTS, List.of()));
        assertThat(parser.parse("ctx prod")).isEqualTo(new Own(OwnWord.CONTEXTS, List.of("prod")));
        assertThat(parser.parse("@prod")).isEqualTo(new Own(OwnWord.CONTEXTS, List.of("prod")));
        assertThat(parser.parse("ns shop,payments"))
                .isEqualTo(new Own(OwnWord.NAMESPACES, List.of("shop", "payments")));
        assertThat(parser.parse("q")).isEqualTo(new Own(OwnWord.QUIT, List.of()));
        assertThat(parser.parse("?")).isEqualTo(new Own(OwnWord.HELP, List.of()));
    }

    @Test
    void whatIsNotUnderstoodIsNamedWithTheNearestWord() {
        assertThat(parser.parse("deploymnets")).isEqualTo(new Unknown("deploymnets", Optional.of("deployments")));
        assertThat(parser.parse("xyzzy")).isEqualTo(new Unknown("xyzzy", Optional.empty()));
        assertThat(parser.parse("ctx prdo")).isEqualTo(new UnknownContext("prdo", Optional.of("prod")));
        assertThat(parser.parse("po @moon")).isEqualTo(new UnknownContext("moon", Optional.empty()));
    }

    @Test
    void completionGoesFromWordsToNamespacesToContexts() {
        assertThat(words("dep")).startsWith("deploy", "deployment", "deployments");
        assertThat(words("knat")).contains("services.serving.knative.dev");
        assertThat(words("po sh")).containsExactly("shop", "shop-admin");
        assertThat(words("po admin")).containsExactly("shop-admin");
        assertThat(completer.complete("po shop,pay").getFirst().line()).isEqualTo("po shop,payments");
        assertThat(completer.complete("po shop @pr").getFirst().line()).isEqualTo("po shop @prod");
        assertThat(words(":ctx d")).containsExactly("dev", "prod");
        assertThat(words("po /web s")).isEmpty();
        assertThat(words("po app=we")).isEmpty();
        assertThat(words("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"po", "deploy"})
    void aShortWordSaysWhatItStandsFor(String word) {
        assertThat(completer.complete(word))
                .filteredOn(completion -> completion.word().equals(word))
                .singleElement()
                .satisfies(completion -> assertThat(completion.note())
                        .isEqualTo(Kinds.INDEX.find(word).orElseThrow().gvr().qualifiedName()));
    }

    @Test
    void historyKeepsTheLatestFirstWithoutDoubles() {
        CommandHistory history =
                CommandHistory.empty().with("po").with("svc").with(" po ").with("");
        assertThat(history.lines()).containsExactly("po", "svc");
        for (int i = 0; i < 200; i++) history = history.with("po " + i);
        assertThat(history.lines()).hasSize(CommandHistory.LONGEST).startsWith("po 199");
    }

    @Property
    void anyLineIsUnderstoodOrNamed(@ForAll("lines") String line) {
        CommandLine parsed = parser.parse(line);
        if (parsed instanceof Unknown unknown) assertThat(unknown.word()).isNotBlank();
        for (Completion completion : completer.complete(line))
            assertThat(completion.line()).endsWith(completion.word());
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("po", "ctx", "ns", " ", ":", "/", "@", "dev", "a=b", ",", "shop", "日", "q", "*")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    private List<String> words(String line) {
        return completer.complete(line).stream().map(Completion::word).toList();
    }
}

package dev.pilothouse.kube.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pilothouse.kube.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Kubeconfig read(Path... files) {
        return Kubeconfig.read(new KubeconfigPaths(List.of(files), false));
    }

    private static String problemOf(Failure failure) {
        return failure instanceof Failure.BadKubeconfig bad ? bad.problem().key() : failure.name();
    }

    @Test
    void whatCanBeNoPathOrNoNumberHarmsNobodyElse() throws IOException {
        Path one = file("one", """
                clusters:
                - name: c
                  cluster: {server: "https://one", extensions: [{name: client.authentication.k8s.io/exec, extension: 1}]}
                users:
                - {name: a, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: "bin/a\\0b"}}}
                - {name: b, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: "a\\0b"}}}
                """);
        Path two = file("two", """
                clusters:
                - name: d
                  cluster:
                    extensions: [{name: client.authentication.k8s.io/exec, extension: !!int x}]
                """);

        Kubeconfig merged = read(one, two);

        assertThat(merged.clusters()).containsKey("c");
        assertThat(merged.users().values()).extracting(UserEntry::login).hasSize(2);
        assertThat(merged.problems())
                .allSatisfy(problem -> assertThat(problemOf(problem)).isNotEmpty());
    }

    @Test
    void theFirstFileThatHasAnEntryOfANameGivesItWhole() throws IOException {
        Path one = file("one", """
                clusters: [{name: c, cluster: {server: "https://one"}}]
                users: [{name: a, user: {token: one}}]
                contexts: [{name: x, context: {cluster: c, user: a}}]
                """);
        Path two = file("two", """
                clusters:
                - {name: c, cluster: {server: "https://two", tls-server-name: two}}
                - {name: d, cluster: {server: "https://d"}}
                users: [{name: a, user: {username: two, password: p}}]
                contexts: [{name: x, context: {cluster: d, user: a}}, {name: y, context: {cluster: d, user: a}}]
                """);

        Kubeconfig merged = read(one, two);

        assertThat(merged.clusters().get("c")).satisfies(c -> {
            assertThat(c.server()).isEqualTo("https://one");
            assertThat(c.serverName()).isEmpty();
        });
        assertThat(merged.clusters()).containsKey("d");
        assertThat(merged.users().get("a")).satisfies(a -> {
            assertThat(a.token()).isEqualTo("one");
            assertThat(a.username()).isEmpty();
        });
        assertThat(merged.contexts().keySet()).containsExactly("x", "y");
        assertThat(merged.contexts().get("x").cluster()).isEqualTo("c");
        assertThat(merged.problems()).isEmpty();
    }

    @Test
    void theFirstFileThatNamesACurrentContextDecidesIt() throws IOException {
        Path none = file("none", "current-context: ''\n");
        Path one = file("one", "current-context: one\n");
        Path two = file("two", "current-context: two\n");

        assertThat(read(none, one, two).currentContext()).isEqualTo("one");
    }

    @Test
    void filesThatDoNotExistArePassedOver() throws IOException {
        Path one = file("one", "current-context: one\n");

        Kubeconfig merged = read(folder.resolve("missing"), one);

        assertThat(merged.currentContext()).isEqualTo("one");
        assertThat(merged.problems()).isEmpty();
    }

    @Test
    void whereNoFileExistsTheProblemSaysWhereItLooked() {
        Kubeconfig merged = read(folder.resolve("a"), folder.resolve("b"));

        assertThat(merged.problems()).singleElement().satisfies(p -> {
            assertThat(problemOf(p)).isEqualTo("kube.kubeconfig.none");
            assertThat(p.remedy().arguments().toString()).contains("/a", "/b");
        });
    }

    @Test
    void aFileNamedOnTheCommandLineHasToExist() {
        Kubeconfig merged = Kubeconfig.read(KubeconfigPaths.of(folder.resolve("gone"), null, folder));

        assertThat(merged.problems())
                .singleElement()
                .extracting(KubeconfigTest::problemOf)
                .isEqualTo("kube.kubeconfig.missing");
    }

    @Test
    void relativePathsStartAtTheFileThatNamesThem() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Path one = file("sub/one", """
                clusters: [{name: c, cluster: {server: s, certificate-authority: pki/ca.crt}}]
                users:
                - name: u
                  user: {client-certificate: u.crt, client-key: ../u.key, tokenFile: /abs/token}
                - name: e
                  user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: ./bin/login}}
                - name: f
                  user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: login}}
                """);

        Kubeconfig merged = read(one);

        UserEntry user = merged.users().get("u");
        assertThat(merged.clusters().get("c").authority())
                .isEqualTo(new PemSource.File(folder.resolve("sub/pki/ca.crt")));
        assertThat(user.certificate()).isEqualTo(new PemSource.File(folder.resolve("sub/u.crt")));
        assertThat(user.key()).isEqualTo(new PemSource.File(folder.resolve("u.key")));
        assertThat(user.tokenFile()).isEqualTo(Path.of("/abs/token"));
        assertThat(merged.users().get("e").exec().command())
                .isEqualTo(folder.resolve("sub/bin/login").toString());
        assertThat(merged.users().get("f").exec().command()).isEqualTo("login");
    }

    @Test
    void aBrokenFileHarmsOnlyItself() throws IOException {
        Path broken = file("broken", "clusters: [{name: c\n  token: very-secret-token\n");
        Path one = file("one", "contexts: [{name: x, context: {cluster: c}}]\n");

        Kubeconfig merged = read(broken, one);

        assertThat(merged.contexts()).containsKey("x");
        assertThat(merged.problems()).singleElement().satisfies(p -> {
            assertThat(problemOf(p)).isEqualTo("kube.kubeconfig.notYaml");
            assertThat(p.request()).isEqualTo(broken.toString());
            assertThat(p.detail()).contains("line ").doesNotContain("very-secret");
        });
    }

    @Test
    void aBrokenEntryHarmsOnlyItself() throws IOException {
        Path one = file("one", """
                clusters:
                - {name: bad, cluster: {server: s, certificate-authority-data: "%%%", insecure-skip-tls-verify: perhaps}}
                - {name: good, cluster: {server: s}}
                - {cluster: {server: unnamed}}
                - just text
                users: [{name: old, user: {auth-provider: {name: gcp}}}]
                """);

        Kubeconfig merged = read(one);

        assertThat(merged.clusters().get("good").problems()).isEmpty();
        assertThat(merged.clusters().get("bad").problems())
                .extracting(KubeconfigTest::problemOf)
                .containsExactlyInAnyOrder("kube.kubeconfig.notBase64", "kube.kubeconfig.notAFlag");
        assertThat(merged.users().get("old").problems())
                .extracting(KubeconfigTest::problemOf)
                .containsExactly("kube.kubeconfig.authProvider");
        assertThat(merged.problems()).extracting(KubeconfigTest::problemOf).containsOnly("kube.kubeconfig.unnamed");
    }

    @Test
    void ofTwoEntriesOfOneNameInOneFileTheFirstCountsAndTheSecondIsNamed() throws IOException {
        Path one = file("one", "clusters: [{name: c, cluster: {server: a}}, {name: c, cluster: {server: b}}]\n");

        Kubeconfig merged = read(one);

        assertThat(merged.clusters().get("c").server()).isEqualTo("a");
        assertThat(merged.problems())
                .singleElement()
                .extracting(KubeconfigTest::problemOf)
                .isEqualTo("kube.kubeconfig.twice");
    }

    @Test
    void aTokenOfDigitsStaysWhatItIs() throws IOException {
        Path one = file("one", "users: [{name: u, user: {token: 0123}}]\n");

        assertThat(read(one).users().get("u").token()).isEqualTo("0123");
    }

    @Test
    void whatAPluginIsToKnowKeepsItsTypes() throws IOException {
        Path one = file("one", """
                clusters:
                - name: c
                  cluster:
                    server: s
                    extensions:
                    - {name: client.authentication.k8s.io/exec, extension: {audience: a, port: 8443, on: true}}
                """);

        assertThat(read(one).clusters().get("c").execConfig())
                .isEqualTo(java.util.Map.of("audience", "a", "port", 8443, "on", true));
    }

    @Test
    void jsonIsReadToo() throws IOException {
        Path one =
                file("one", "\ufeff{\"kind\":\"Config\",\"contexts\":[{\"name\":\"x\",\"context\":{\"user\":\"u\"}}]}");

        assertThat(read(one).contexts().get("x").user()).isEqualTo("u");
    }

    @Test
    void bracketsWithoutEndDoNotOverflowTheStack() throws IOException {
        Path deep = file("deep", "a: " + "[".repeat(200_000));

        assertThat(read(deep).problems())
                .singleElement()
                .extracting(KubeconfigTest::problemOf)
                .isEqualTo("kube.kubeconfig.notYaml");
    }

    @Test
    void anAliasBombIsRefused() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 80; i++) bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        Path file = file("bomb", bomb.toString());

        assertThat(read(file).problems())
                .singleElement()
                .extracting(KubeconfigTest::problemOf)
                .isEqualTo("kube.kubeconfig.notYaml");
    }

    @Test
    void theWrongKindOfFileAndAFolderAndAHugeFileAreNamed() throws IOException {
        Path pod = file("pod", "kind: Pod\n");
        Path huge = file("huge", "#".repeat(LimitedYaml.MAX_CHARS + 1));
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'a', ':', ' ', (byte) 0xe4});

        assertThat(read(pod, folder, huge, latin).problems())
                .extracting(KubeconfigTest::problemOf)
                .containsExactly(
                        "kube.kubeconfig.otherKind",
                        "kube.kubeconfig.unreadable",
                        "kube.kubeconfig.tooLarge",
                        "kube.kubeconfig.notUtf8");
    }

    @Test
    void theVariableListsFilesAndTheHomeFolderIsTheLastResort() {
        String two = "/a" + File.pathSeparator + File.pathSeparator + "/b" + File.pathSeparator + "/a";

        assertThat(KubeconfigPaths.of(null, two, folder).files()).containsExactly(Path.of("/a"), Path.of("/b"));
        assertThat(KubeconfigPaths.of(null, "", folder).files()).containsExactly(folder.resolve(".kube/config"));
        assertThat(KubeconfigPaths.of(Path.of("/x"), two, folder).files()).containsExactly(Path.of("/x"));
    }

    @Test
    void whatAnEntryIsSaysNothingOfItsSecrets() throws IOException {
        Path one = file("one", """
                users: [{name: u, user: {token: very-secret, password: very-secret, username: a,
                  exec: {command: login, args: [--token=very-secret], env: [{name: T, value: very-secret}]}}}]
                """);

        UserEntry user = read(one).users().get("u");

        assertThat(user.toString() + user.exec() + user.problems()).doesNotContain("very-secret");
    }

    @Test
    void aPasswordKeepsItsBlanks() throws IOException {
        Path one = file("one", "users: [{name: u, user: {username: a, password: ' p '}}]");

        assertThat(read(one).users().get("u").password()).isEqualTo(" p ");
    }

    @Property(tries = 500)
    void noTextMakesTheReaderFail(@ForAll String text) {
        assertThatCode(() -> KubeconfigFile.parse(Path.of("/x"), text)).doesNotThrowAnyException();
    }

    @Property(tries = 300)
    void noEntryMakesTheReaderFail(@ForAll String value, @ForAll String other) {
        String quoted = "'" + value.replace("'", "''").replaceAll("\\p{C}", "") + "'";
        String text = "clusters: [{name: c, cluster: {server: " + quoted + ", proxy-url: " + quoted
                + ", certificate-authority: " + quoted + "}}, [" + quoted + "]]\nusers: " + quoted
                + "\ncontexts: [{name: " + quoted + ", context: " + quoted + "}]\n" + other.replaceAll("\\p{C}", "");

        assertThatCode(() -> KubeconfigFile.parse(Path.of("/x"), text)).doesNotThrowAnyException();
    }
}

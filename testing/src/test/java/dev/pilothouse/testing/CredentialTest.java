package dev.pilothouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CredentialTest {

    @Test
    void aKubeconfigUserIsYamlThatHoldsTheCredential() {
        assertThat(Yaml.object(new Credential.Token("abc").toKubeconfigUser())).containsEntry("token", "abc");
        assertThat(Yaml.object(new Credential.Certificate("c", "k").toKubeconfigUser()))
                .containsEntry("client-certificate-data", "Yw==")
                .containsEntry("client-key-data", "aw==");
    }

    @Test
    void manifestsMayHoldSeveralObjectsAndEmptyDocuments() {
        assertThat(Yaml.objects("---\n{a: 1}\n---\n---\n{b: 2}\n")).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> Yaml.object("- a list"));
    }
}

package dev.pilothouse.kube.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of Go's `golang.org/x/net/http/httpproxy`, which kubectl goes by.
class ProxyEnvironmentTest {
    private static final String PROXY = "http://proxy.example:3128";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://api.example.com:6443 | example.com           | direct
        https://example.com:6443     | example.com           | direct
        https://notexample.com:6443  | example.com           | proxy
        https://example.com          | .example.com          | proxy
        https://api.example.com      | .example.com          | direct
        https://api.example.com      | *.example.com         | direct
        https://example.com          | *.example.com         | proxy
        https://API.Example.com      | api.EXAMPLE.com       | direct
        https://api.example.com:6443 | example.com:6443      | direct
        https://api.example.com:6443 | example.com:443       | proxy
        https://api.example.com      | example.com:443       | direct
        https://10.1.2.3:6443        | 10.0.0.0/8            | direct
        https://11.1.2.3:6443        | 10.0.0.0/8            | proxy
        https://10.1.2.3:6443        | 10.1.2.3              | direct
        https://10.1.2.3:6443        | 10.1.2.3:6443         | direct
        https://10.1.2.3:6443        | 10.1.2.3:80           | proxy
        https://110.1.2.3:6443       | 10.1.2.3              | proxy
        https://[fd00::1]:6443       | fd00::/8              | direct
        https://[fd00::1]:6443       | fd00::1               | direct
        https://[fd00::1]:6443       | [fd00::1]:6443        | direct
        https://api.example.com      | 10.0.0.0/8            | proxy
        https://api.example.com      | 10.0.0.0/99, nonsense/8 | proxy
        https://api.example.com      | other.org, example.com | direct
        https://api.example.com      | *                     | direct
        https://127.0.0.1:6443       | other.org             | direct
        https://[::1]:6443           | other.org             | direct
        https://localhost:6443       | other.org             | direct
        https://127.evil.example     | other.org             | proxy
        """)
    void noProxyIsReadAsKubectlReadsIt(URI server, String rules, String way) {
        var environment = new ProxyEnvironment(Map.of("HTTPS_PROXY", PROXY, "NO_PROXY", rules));
        assertThat(environment.proxyFor(server).map(URI::toString).orElse("direct"))
                .isEqualTo(way.equals("proxy") ? PROXY : way);
    }

    @Test
    void theVariableOfTheSchemeCountsInEitherCaseTheUpperOneFirst() {
        var environment = new ProxyEnvironment(
                Map.of("https_proxy", "secure:1", "HTTPS_PROXY", "first:1", "http_proxy", "plain:1"));
        assertThat(environment.proxyFor(URI.create("https://a.example"))).contains(URI.create("http://first:1"));
        assertThat(environment.proxyFor(URI.create("http://a.example"))).contains(URI.create("http://plain:1"));
        assertThat(new ProxyEnvironment(Map.of()).proxyFor(URI.create("https://a.example")))
                .isEmpty();
    }
}

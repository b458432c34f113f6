package dev.pilothouse.kube.http;

import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// Puts fabric8's client on top of a JDK client that we made: fabric8's own `close` would leave the connections to
/// the garbage collector, and its proxy and TLS settings know less than the JDK's.
final class GivenClientFactory extends JdkHttpClientFactory {
    private final java.net.http.HttpClient given;

    GivenClientFactory(java.net.http.HttpClient given) {
        this.given = given;
    }

    /// The client. It retries nothing: by default a POST would be sent eleven times, and a refused connection take
    /// 19 s to be reported.
    HttpClient client() {
        HttpClient.Builder builder = newBuilder();
        builder.tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build());
        return builder.build();
    }

    @Override
    protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
        return new Finished(given);
    }

    @Override
    protected void closeHttpClient(JdkHttpClientImpl client) {
        given.shutdownNow();
    }

    /// A builder whose work is done.
    private record Finished(java.net.http.HttpClient given) implements java.net.http.HttpClient.Builder {
        @Override
        public java.net.http.HttpClient.Builder cookieHandler(CookieHandler ignored) {
            return this;
        }

        @Override
        public java.net.http.HttpClient.Builder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public java.net.http.HttpClient.Builder sslContext(SSLContext ignored) {
            return this;
        }

        @Override
        public java.net.http.HttpClient.Builder sslParameters(SSLParameters ignored) {
            return this;
        }

        @Override
        public java.net.http.HttpClient.Builder executor(Executor ignored) {
            return this;
        }

        @Override
        public java.net.http.HttpClient.Builder followRedirects(java.net.http.HttpClient.Redirect ignored) {
            return this;
        }

        @Override
        public java.net.http.HttpClient.Builder version(java.net.http.HttpClient.Version ignored) {
            return this;
        }

        @Override
        public java.net.http.HttpClient.Builder priority(int ignored) {
            return this;
        }

        @Override
        public java.net.http.HttpClient.Builder proxy(ProxySelector ignored) {
            return this;
        }

        @Override
        public java.net.http.HttpClient.Builder authenticator(Authenticator ignored) {
            return this;
        }

        @Override
        public java.net.http.HttpClient build() {
            return given;
        }
    }
}

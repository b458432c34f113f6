package dev.pilothouse.kube.http;

import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.lang.reflect.Proxy;

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

    /// A builder whose work is done: whatever it is told, it builds the given client.
    @Override
    protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
        Class<?> type = java.net.http.HttpClient.Builder.class;
        return (java.net.http.HttpClient.Builder) Proxy.newProxyInstance(
                GivenClientFactory.class.getClassLoader(), new Class<?>[] {type}, (builder, method, values) -> {
                    if (method.getDeclaringClass() == Object.class) return method.invoke(given, values);
                    return method.getReturnType() == type ? builder : given;
                });
    }

    @Override
    protected void closeHttpClient(JdkHttpClientImpl client) {
        given.shutdownNow();
    }
}

package dev.pilothouse.kube.http;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.Redaction;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// The one place where statuses and exceptions become a `Failure`.
public final class ApiFailures {
    private static final String ANONYMOUS = "User \"system:anonymous\"";
    private static final Pattern CANNOT = Pattern.compile(
            "cannot ([a-z]{1,40}) resource \"([a-z0-9./*-]{1,253})\" in API group \"([a-z0-9.*-]{0,253})\""
                    + "(?: in the namespace \"([a-z0-9-]{0,63})\")?");
    private static final Pattern CANNOT_PATH = Pattern.compile("cannot ([a-z]{1,40}) path \"([\\w./~:*-]{1,500})\"");
    private static final Pattern REFUSED_CERTIFICATE = Pattern.compile(
            "(?i)received fatal alert: (bad_certificate|certificate_(expired|unknown|required|revoked)|unknown_ca|access_denied)");
    private static final Pattern BROKEN_OFF =
            Pattern.compile("(?i)connection (reset|closed|aborted)|broken pipe|terminated the handshake");
    private static final Pattern QUOTED =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+(?:\"|\\z)|'[^']*+'", Pattern.DOTALL);

    private ApiFailures() {}

    /// What a status means for the request that it answers.
    ///
    /// @param httpStatus the status of the response, or of the watch event
    /// @param retryAfter the `Retry-After` header, or null
    /// @param secrets what must not be shown, such as the token that was sent
    public static Failure of(
            ApiTransport.Request request,
            int httpStatus,
            ApiStatus status,
            @Nullable Duration retryAfter,
            Collection<String> secrets) {
        String line = request.forPeople();
        boolean refusedRead = httpStatus == 403 && request.method().equals("GET");
        String detail = refusedRead
                ? Redaction.clean(
                        status.message(), secrets) // quotes the names of users, verbs and kinds, never content
                : detail(request, status.message(), secrets);
        return switch (httpStatus) {
            case 401 -> new Failure.Unauthorized(line, detail);
            case 403 -> forbidden(request, line, status, detail);
            case 404 -> new Failure.NotFound(line, detail);
            case 407 -> new Failure.Unreachable(line, "proxy authentication required");
            case 409 -> new Failure.Conflict(line, detail);
            case 410 -> new Failure.Gone(line, detail);
            case 422 -> new Failure.Invalid(line, detail, causes(request, status, secrets));
            case 429 -> new Failure.TooManyRequests(line, detail, patience(status, retryAfter));
            case 504 -> new Failure.Timeout(line, detail, request.headerTimeout());
            default -> new Failure.Unexpected(line, detail, httpStatus);
        };
    }

    /// What the `Status` of an `ERROR` event of a watch means.
    public static Failure ofWatchError(ApiTransport.Request request, ApiStatus status) {
        return of(request, status.code(), status, null, List.of());
    }

    private static Failure forbidden(ApiTransport.Request request, String line, ApiStatus status, String detail) {
        // the server took no notice of the credentials: the login is wrong, not the rights
        if (status.message().contains(ANONYMOUS)) return new Failure.Unauthorized(line, detail);
        Matcher cannot = CANNOT.matcher(status.message());
        if (cannot.find()) {
            String namespace = cannot.group(4) == null ? "" : cannot.group(4);
            return new Failure.Forbidden(
                    line, detail, cannot.group(1), qualified(cannot.group(2), cannot.group(3)), namespace);
        }
        Matcher path = CANNOT_PATH.matcher(status.message());
        if (path.find()) return new Failure.Forbidden(line, detail, path.group(1), path.group(2), "");
        ResourceRequest asked = ResourceRequest.of(request);
        return new Failure.Forbidden(line, detail, asked.verb(), asked.resource(), asked.namespace());
    }

    private static String qualified(String resource, String group) {
        if (group.isEmpty()) return resource;
        int slash = resource.indexOf('/');
        return slash < 0
                ? resource + "." + group
                : resource.substring(0, slash) + "." + group + resource.substring(slash);
    }

    private static List<Failure.FieldCause> causes(
            ApiTransport.Request request, ApiStatus status, Collection<String> secrets) {
        return status.causes().stream()
                .map(c -> new Failure.FieldCause(
                        Redaction.clean(c.field(), secrets),
                        Redaction.clean(c.reason(), secrets),
                        detail(request, c.message(), secrets)))
                .toList();
    }

    private static @Nullable Duration patience(ApiStatus status, @Nullable Duration retryAfter) {
        if (retryAfter != null) return retryAfter;
        return status.retryAfterSeconds() > 0 ? Duration.ofSeconds(status.retryAfterSeconds()) : null;
    }

    /// Answers about Secrets may quote what is in them: nothing quoted is shown.
    private static String detail(ApiTransport.Request request, String message, Collection<String> secrets) {
        boolean aboutSecrets = ResourceRequest.of(request).resource().startsWith("secrets");
        return Redaction.clean(aboutSecrets ? QUOTED.matcher(message).replaceAll("\"•••\"") : message, secrets);
    }

    /// What an exception means that came instead of an answer, or in the middle of its body.
    ///
    /// @param proxyProblem why the proxy gave no connection, empty where it did
    public static KubeException of(
            ApiTransport.Request request,
            Endpoint endpoint,
            Throwable thrown,
            String proxyProblem,
            Collection<String> secrets) {
        Throwable cause = bare(thrown);
        if (!proxyProblem.isEmpty()) {
            String said = Redaction.clean(target(endpoint) + ": " + proxyProblem, secrets);
            return new KubeException(new Failure.Unreachable(request.forPeople(), said), cause);
        }
        return new KubeException(of(request, endpoint, cause, Redaction.clean(deepest(cause), secrets)), cause);
    }

    private static Failure of(ApiTransport.Request request, Endpoint endpoint, Throwable cause, String said) {
        String line = request.forPeople();
        if (find(cause, StalledException.class) instanceof StalledException stalled) {
            return new Failure.Timeout(line, said, stalled.limit());
        }
        if (find(cause, HttpConnectTimeoutException.class) != null) {
            return new Failure.Unreachable(line, "connect timed out: " + target(endpoint));
        }
        if (find(cause, HttpTimeoutException.class) != null) {
            return new Failure.Timeout(line, said, request.headerTimeout());
        }
        if (isTls(cause, said)) {
            return REFUSED_CERTIFICATE.matcher(said).find()
                    ? new Failure.Unauthorized(line, said)
                    : new Failure.Tls(line, said);
        }
        if (find(cause, UnresolvedAddressException.class) != null || find(cause, UnknownHostException.class) != null) {
            return new Failure.Unreachable(line, "no such host: " + target(endpoint));
        }
        if (find(cause, ConnectException.class) != null) {
            return new Failure.Unreachable(line, "connection refused: " + target(endpoint));
        }
        if (find(cause, IOException.class) != null) return new Failure.Unreachable(line, said);
        return new Failure.Unexpected(line, said, 0);
    }

    /// A connection that breaks while TLS is being agreed on comes as a TLS exception too, but is a network's fault.
    private static boolean isTls(Throwable cause, String said) {
        if (find(cause, CertificateException.class) != null) return true;
        if (find(cause, SSLException.class) == null) return false;
        return find(cause, SocketException.class) == null
                && find(cause, EOFException.class) == null
                && find(cause, ClosedChannelException.class) == null
                && !BROKEN_OFF.matcher(said).find();
    }

    private static String target(Endpoint endpoint) {
        URI proxy = endpoint.proxy();
        if (proxy == null) return endpoint.address();
        InetSocketAddress through = UpstreamProxy.address(proxy);
        return endpoint.address() + " via proxy " + through.getHostString() + ":" + through.getPort();
    }

    private static Throwable bare(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static @Nullable Throwable find(Throwable thrown, Class<? extends Throwable> type) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (type.isInstance(cause)) return cause;
        }
        return null;
    }

    /// The message of the innermost exception that has one: the outer ones repeat it.
    private static String deepest(Throwable thrown) {
        String message = thrown.getClass().getSimpleName();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            String said = cause.getMessage();
            if (said != null && !said.isBlank()) message = said;
        }
        return message;
    }
}

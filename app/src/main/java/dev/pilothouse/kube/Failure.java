package dev.pilothouse.kube;

import dev.pilothouse.text.Text;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request did not give what was asked for. Every exception of the ground becomes one of these, once.
///
/// Each names the request, says what happened and what to do. None ever holds a token, a key, a password or the
/// content of a Secret: `detail` is cleaned before it gets here.
public sealed interface Failure {

    /// The request in words for people: `GET /api/v1/pods`, or `login by aws-iam-authenticator`. Without credentials.
    String request();

    /// What the other side or the system said, in its own words, possibly empty, at most a few lines.
    String detail();

    /// The name used in traces and tests: `Forbidden`.
    default String name() {
        return getClass().getSimpleName();
    }

    /// What happened, for people.
    default Text summary() {
        return Text.of("kube.failure." + key() + ".summary", request(), detail());
    }

    /// What to do about it, for people.
    default Text remedy() {
        return Text.of("kube.failure." + key() + ".remedy", request(), detail());
    }

    /// What was asked, and below it what the other side said, word for word: the part of a failure that is quoted.
    default String evidence() {
        return detail().isEmpty() ? request() : request() + "\n" + detail();
    }

    /// The last part of the message keys.
    private String key() {
        return Character.toLowerCase(name().charAt(0)) + name().substring(1);
    }

    /// 401: the credentials are missing, wrong or expired.
    record Unauthorized(String request, String detail) implements Failure {}

    /// 403: the credentials are known, but may not do this.
    ///
    /// @param verb the verb that is missing, such as `list`
    /// @param resource what it is missing for, such as `pods` or `deployments.apps`
    /// @param namespace where, empty for the whole cluster
    record Forbidden(String request, String detail, String verb, String resource, String namespace) implements Failure {
        @Override
        public Text summary() {
            return namespace.isEmpty()
                    ? Text.of("kube.failure.forbidden.summary", verb, resource)
                    : Text.of("kube.failure.forbiddenIn.summary", verb, resource, namespace);
        }
    }

    /// 404: there is no such object, or no such kind.
    record NotFound(String request, String detail) implements Failure {}

    /// 409: the object changed meanwhile, or another manager owns the field.
    record Conflict(String request, String detail) implements Failure {}

    /// 422: the server understood and refuses the content.
    ///
    /// @param causes what is wrong with which field
    record Invalid(String request, String detail, List<FieldCause> causes) implements Failure {}

    /// 429: the server asks to come back later.
    ///
    /// @param retryAfter when, where the server said so
    record TooManyRequests(
            String request, String detail, @Nullable Duration retryAfter) implements Failure {}

    /// No connection: refused, no route, name not known, proxy not reachable, connection lost.
    record Unreachable(String request, String detail) implements Failure {}

    /// The connection is there, but not to be trusted: unknown authority, wrong name, expired certificate.
    record Tls(String request, String detail) implements Failure {}

    /// The login plugin of the kubeconfig did not give a credential.
    ///
    /// @param detail what it said on its error stream, or what the system said about it
    /// @param command the command line, without its environment
    /// @param exitStatus its exit status, or -1 where it did not end by itself or did not start
    /// @param took how long it ran
    /// @param reason what went wrong; its key with `.remedy` appended says what to do
    record LoginPlugin(String request, String detail, String command, int exitStatus, Duration took, Text reason)
            implements Failure {
        @Override
        public Text summary() {
            return took.isZero()
                    ? reason
                    : Text.of("kube.failure.loginPlugin.summary", reason, took.toMillis() / 1000.0);
        }

        /// The command, and what it said.
        @Override
        public String evidence() {
            return detail.isEmpty() ? command : command + "\n" + detail;
        }

        @Override
        public Text remedy() {
            return new Text(reason.key() + ".remedy", reason.arguments());
        }
    }

    /// The kubeconfig itself cannot be used: a broken file, an unknown context, an entry that cannot be honoured.
    ///
    /// @param request the file, or the entry and its file
    /// @param detail what the system said, such as where the YAML is wrong
    /// @param problem what is wrong; its key with `.remedy` appended says what to do
    record BadKubeconfig(String request, String detail, Text problem) implements Failure {
        @Override
        public Text summary() {
            return Text.of("kube.failure.badKubeconfig.summary", request, problem);
        }

        /// What the system said: the file is named in the summary.
        @Override
        public String evidence() {
            return detail;
        }

        @Override
        public Text remedy() {
            return new Text(problem.key() + ".remedy", problem.arguments());
        }
    }

    /// No answer within the time allowed.
    ///
    /// @param after how long was waited
    record Timeout(String request, String detail, Duration after) implements Failure {
        @Override
        public Text summary() {
            return Text.of("kube.failure.timeout.summary", request, after.toMillis() / 1000.0);
        }
    }

    /// 410: the resource version asked for has been compacted away; a new list is needed.
    record Gone(String request, String detail) implements Failure {}

    /// The answer is larger than what it may take up here: a list without an end, or simply too much at once.
    ///
    /// @param megabytes how much that is
    record TooLarge(String request, String detail, long megabytes) implements Failure {
        @Override
        public Text summary() {
            return Text.of("kube.failure.tooLarge.summary", request, megabytes);
        }
    }

    /// 5xx and whatever nobody foresaw.
    ///
    /// @param status the HTTP status, or 0 where there was none
    record Unexpected(String request, String detail, int status) implements Failure {
        @Override
        public Text summary() {
            return status == 0
                    ? Text.of("kube.failure.unexpected.summary", request, detail)
                    : Text.of("kube.failure.unexpectedStatus.summary", request, detail, status);
        }
    }

    /// One field that the server refuses.
    ///
    /// @param field its path, such as `spec.replicas`
    /// @param reason the server's reason, such as `FieldValueInvalid`
    /// @param message what is wrong
    record FieldCause(String field, String reason, String message) {}
}

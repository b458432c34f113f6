package dev.pilothouse.kube.login;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;

/// Where login plugins run: our environment, the user's consent, their time limit.
public final class PluginHost {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, String> environment;
    private final PluginConsent consent;
    private final Duration patience;
    private final PluginProcess processes;
    private final PluginSearch search;

    /// A host that gives a plugin two minutes, for a person may have to log in with a browser.
    ///
    /// @param environment the variables of our own process
    /// @param executor reads what plugins print; virtual threads will do
    public PluginHost(Map<String, String> environment, PluginConsent consent, Executor executor) {
        this(environment, consent, executor, PATIENCE);
    }

    /// A host with this time limit.
    PluginHost(Map<String, String> environment, PluginConsent consent, Executor executor, Duration patience) {
        this.environment = Map.copyOf(environment);
        this.consent = consent;
        this.patience = patience;
        this.processes = new PluginProcess(executor);
        this.search = new PluginSearch(environment, processes);
    }

    Map<String, String> environment() {
        return environment;
    }

    PluginConsent consent() {
        return consent;
    }

    Duration patience() {
        return patience;
    }

    PluginProcess processes() {
        return processes;
    }

    PluginSearch search() {
        return search;
    }
}

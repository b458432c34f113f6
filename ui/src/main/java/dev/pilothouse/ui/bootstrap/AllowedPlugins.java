package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.settings.SettingsStore;

/// Login plugins that the user allowed.
final class AllowedPlugins implements PluginConsent.Store {
    private final SettingsStore settings;

    AllowedPlugins(SettingsStore settings) {
        this.settings = settings;
    }

    @Override
    public boolean allowed(String fingerprint) {
        return settings.get().allowedPlugins().contains(fingerprint);
    }

    @Override
    public void remember(String fingerprint) {
        settings.update(s -> s.withAllowedPlugin(fingerprint));
    }
}

package dev.pilothouse.ui.bootstrap;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.api.FxToolkit;

/// Opens a window on a frozen demo cluster for each test, with settings of its own, and closes it afterwards. A test
/// that opens windows itself asks for the mouse alone.
final class DemoWindowExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(DemoWindowExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == DemoWindow.class || type == Mouse.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            FxToolkit.registerPrimaryStage();
            if (parameter.getParameter().getType() == Mouse.class) return new Mouse();
            Path settings = Files.createTempDirectory("pilothouse-window");
            DemoWindow window = DemoWindow.open(settings);
            context.getStore(OURS).put("window", window);
            return window;
        } catch (Exception e) {
            throw new IllegalStateException("the window does not open", e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        DemoWindow window = context.getStore(OURS).remove("window", DemoWindow.class);
        if (window != null) window.close();
    }
}

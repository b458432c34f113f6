package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.ui.shell.Trail.Visit;
import dev.pilothouse.ui.table.TableStart;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrailTest {
    private static final Place CONTEXTS = new Place.Contexts();
    private static final Place ALIASES = new Place.Aliases();
    private static final Place NAMESPACES =
            new Place.KnownNamespaces(new Failure.Unreachable("GET /api/v1/namespaces", ""));

    private final Trail trail = new Trail();

    @Test
    void bracketsGoBackAndForward() {
        go(CONTEXTS);
        go(ALIASES);
        go(NAMESPACES);

        assertThat(place(trail.back())).isEqualTo(ALIASES);
        assertThat(place(trail.back())).isEqualTo(CONTEXTS);
        assertThat(trail.back()).isNull();
        assertThat(place(trail.forward())).isEqualTo(ALIASES);
        assertThat(place(trail.forward())).isEqualTo(NAMESPACES);
        assertThat(trail.forward()).isNull();
    }

    @Test
    void whoGoesElsewhereForgetsWhatWasAhead() {
        go(CONTEXTS);
        go(ALIASES);
        trail.back();

        go(NAMESPACES);

        assertThat(trail.forward()).isNull();
        assertThat(place(trail.back())).isEqualTo(CONTEXTS);
    }

    @Test
    void dashGoesToTheViewLeftLastAndBackAgain() {
        assertThat(trail.toggle()).isNull();
        go(CONTEXTS);
        go(ALIASES);

        assertThat(place(trail.toggle())).isEqualTo(CONTEXTS);
        assertThat(place(trail.toggle())).isEqualTo(ALIASES);
    }

    @Test
    void escLeadsOutOnlyOfWhatWasDrilledInto() {
        go(CONTEXTS);
        trail.go(ALIASES, TableStart.plain(), true);
        assertThat(place(trail.out())).isEqualTo(CONTEXTS);

        go(NAMESPACES);
        assertThat(trail.out()).isNull();
    }

    @Test
    void otherNamespacesOfTheSameViewKeepTheWayOut() {
        go(CONTEXTS);
        trail.go(ALIASES, TableStart.plain(), true);

        trail.replace(NAMESPACES, TableStart.plain());

        assertThat(place(trail.out())).isEqualTo(CONTEXTS);
    }

    @Test
    void aViewIsFoundAsItWasLeft() {
        go(CONTEXTS);
        trail.leave(TableStart.plain().withFilter("cart"));
        go(ALIASES);

        Visit back = Objects.requireNonNull(trail.back());

        assertThat(back.position().filter()).isEqualTo("cart");
    }

    @Test
    void theOldestViewsAreForgottenAndTheWayOutIsNot() {
        go(CONTEXTS);
        for (int i = 0; i < 150; i++) trail.go(ALIASES, TableStart.plain(), true);

        int steps = 0;
        while (trail.back() != null) steps++;
        assertThat(steps).isEqualTo(99);
        assertThat(place(trail.out())).isEqualTo(ALIASES);
    }

    @Test
    void anotherClusterBeginsANewTrail() {
        go(CONTEXTS);
        go(ALIASES);

        trail.clear();

        assertThat(trail.current()).isNull();
        assertThat(trail.back()).isNull();
        assertThat(trail.toggle()).isNull();
    }

    private void go(Place place) {
        trail.go(place, TableStart.plain(), false);
    }

    private static @Nullable Place place(@Nullable Visit visit) {
        return visit == null ? null : visit.place();
    }
}

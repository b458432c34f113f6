package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NavigatorModelTest {
    private static final ResourceKind PODS = kind("", "pods", "Pod");
    private static final ResourceKind SERVICES = kind("", "services", "Service");
    private static final ResourceKind EVENTS = kind("", "events", "Event");
    private static final ResourceKind EVENTS_AGAIN = kind("events.k8s.io", "events", "Event");
    private static final ResourceKind KNATIVE = kind("serving.knative.dev", "services", "Service");
    private static final ResourceKind BACKUPS = kind("shop.example", "backups", "Backup");

    private final NavigatorModel navigator = new NavigatorModel();
    private final List<List<String>> remembered = new ArrayList<>();

    @BeforeEach
    void discover() {
        navigator.onFavourites(remembered::add);
        navigator.kinds(List.of(SERVICES, EVENTS_AGAIN, EVENTS, KNATIVE, BACKUPS, PODS));
    }

    @Test
    void kindsStandInGroupsInTheOrderInWhichOperatorsLookForThem() {
        assertThat(lines())
                .containsExactly(
                        "WORKLOADS 1",
                        "Pods",
                        "NETWORK 1",
                        "Services",
                        "CLUSTER 1",
                        "Events",
                        "CUSTOM 2",
                        "Backups",
                        "Services (serving.knative.dev)");
    }

    @Test
    void theStarPutsAKindOnTopAndTakesItAwayAgain() {
        navigator.toggleFavourite(BACKUPS);
        navigator.toggleFavourite(PODS);
        assertThat(lines()).startsWith("FAVOURITES 2", "Backups", "Pods", "WORKLOADS 1");
        assertThat(remembered).last().isEqualTo(List.of("backups.shop.example", "pods"));

        navigator.toggleFavourite(BACKUPS);
        assertThat(lines()).startsWith("FAVOURITES 1", "Pods", "WORKLOADS 1");
    }

    @Test
    void aFoldedGroupShowsItsHeadingOnly() {
        navigator.toggle(NavigatorGroup.CUSTOM);
        assertThat(lines()).endsWith("Events", "CUSTOM 2");

        navigator.toggle(NavigatorGroup.CUSTOM);
        assertThat(lines()).contains("Backups");
    }

    @Test
    void whichGroupsAreFoldedIsTakenOverAndTold() {
        List<List<String>> told = new ArrayList<>();
        navigator.onFolded(told::add);

        navigator.folded(List.of("workloads", "no such group"));
        assertThat(lines()).startsWith("WORKLOADS 1", "NETWORK 1");
        assertThat(told).as("what was not the user").isEmpty();

        navigator.toggle(NavigatorGroup.CUSTOM);
        navigator.toggle(NavigatorGroup.WORKLOADS);
        assertThat(told).containsExactly(List.of("workloads", "custom"), List.of("custom"));
    }

    @Test
    void favouritesOfAnotherClusterThatThisOneLacksAreKeptButNotShown() {
        navigator.favourites(List.of("certificates.cert-manager.io", "pods"));

        assertThat(lines()).startsWith("FAVOURITES 1", "Pods");
        assertThat(navigator.favourites()).containsExactly("certificates.cert-manager.io", "pods");
    }

    private List<String> lines() {
        return navigator.items().stream()
                .map(item -> switch (item) {
                    case NavigatorItem.Heading heading -> heading.group() + " " + heading.size();
                    case NavigatorItem.Kind kind -> kind.name();
                })
                .toList();
    }

    private static ResourceKind kind(String group, String plural, String name) {
        return new ResourceKind(
                new GroupVersionResource(group, "v1", plural),
                name,
                plural,
                List.of(),
                List.of(),
                true,
                Set.of("list", "watch"),
                Set.of());
    }
}

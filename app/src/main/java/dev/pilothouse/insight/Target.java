package dev.pilothouse.insight;

import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.TableQuery.Sort;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.text.Text;

/// What `Enter` on a row leads to.
public sealed interface Target {

    /// A table of the cluster.
    ///
    /// @param request what it shows
    /// @param title what it shows it of, in Kubernetes's words: `service/team-a/web`
    record Table(TableRequest request, String title) implements Target {}

    /// A table of something inside one object.
    ///
    /// @param source its rows
    /// @param title what it shows: `containers(team-a/web-0)`
    /// @param sort how the rows stand unless the user sorts them
    record Source(TableSource source, String title, Sort sort) implements Target {}

    /// Nothing below it: look at the object itself.
    record Inspect() implements Target {}

    /// There should be something below, but there is not.
    ///
    /// @param why the reason, for people
    record Nothing(Text why) implements Target {}
}

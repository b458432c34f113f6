package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.reflect.Allowance.Share;
import dev.pilothouse.kube.wire.ListMeta;
import dev.pilothouse.resource.Row;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Lists a query's rows and passes them on as they come.
///
/// On a first list the first page is asked for alone; as soon as its metadata, the first bytes of its body, says
/// that there is more, the whole list is asked for beside it. So a small kind costs one request, and a large one
/// loses no more than the time to that first byte. A list that is held back asks for the whole only when told to go on.
final class Listing {
    private final Requests requests;
    private final Encoding encoding;
    private final Readings readings;
    private final Downloads downloads;
    private final Share share;
    private final Voice voice;
    private final BooleanSupplier heldBack;
    private final End end;
    private final Progress progress = new Progress();

    private @Nullable Download page;
    private @Nullable Download whole;
    private boolean more; // than its first page, as that has said
    private boolean waits; // for the word to go on
    private boolean complete; // whether any list has been completed
    private boolean tellsProgress = true;

    /// How a list ends. By then nothing of it is under way, except where it broke.
    interface End {

        /// All rows were passed on.
        ///
        /// @param meta of its last page
        void listed(ListMeta meta);

        /// A request failed.
        void broke(Failure failure);

        /// There was no room for the rows; what had come of them is given up.
        void tooLarge(Failure failure);
    }

    Listing(
            Requests requests,
            Encoding encoding,
            Readings readings,
            Downloads downloads,
            Share share,
            Voice voice,
            BooleanSupplier heldBack,
            End end) {
        this.requests = requests;
        this.encoding = encoding;
        this.readings = readings;
        this.downloads = downloads;
        this.share = share;
        this.voice = voice;
        this.heldBack = heldBack;
        this.end = end;
    }

    /// Lists from the beginning. What was under way is to be abandoned before.
    void begin() {
        progress.begin();
        share.release();
        more = false;
        voice.say(RowSink::listing);
        if (!complete && encoding.paged())
            page = downloads.start(requests.firstPage(encoding.accept()), readings::page);
        else listWhole("");
    }

    /// Lists everything behind `next`, a page's token; all of it where that is empty.
    private void listWhole(String next) {
        whole = downloads.start(requests.list(encoding.accept(), next), readings::list);
    }

    /// Goes on where a first page was all that was asked for.
    void goOn() {
        if (!waits) return;
        waits = false;
        listWhole("");
    }

    boolean isUnderWay() {
        return page != null || whole != null || waits;
    }

    /// Whether pages came before the one that is read now.
    boolean isContinued() {
        return progress.isContinued();
    }

    /// Whether it says how far it is, from now on: not while rows of before are live.
    void tellsProgress(boolean value) {
        tellsProgress = value;
    }

    /// Ends what is under way, whatever it waits for.
    void abandon() {
        if (page != null) page.abandon();
        if (whole != null) whole.abandon();
        page = null;
        whole = null;
        waits = false;
    }

    /// Hears news of a download; those of one that is not, or no longer, its own are nothing to it.
    void hear(Download from, News news) {
        if (from == page) hearPage(news);
        else if (from == whole) hearWhole(news);
    }

    private void hearPage(News news) {
        switch (news) {
            case News.Began(var meta, var schema) -> {
                voice.schema(schema);
                if (meta.next().isEmpty()) break;
                progress.expect(meta);
                more = true;
                waits = true;
                if (!heldBack.getAsBoolean()) goOn();
            }
            case News.Rows(var rows) -> {
                if (!more) {
                    hearRows(rows);
                } else if (!share.list(rows)) {
                    giveUp();
                } else if (rows.size() > progress.read()) { // the list may have begun to overtake it
                    voice.say(sink -> sink.firstPage(rows));
                    progress.show(rows.size());
                    sayProgress();
                }
            }
            case News.Listed(var meta) -> {
                page = null;
                if (!more) listedAllOf(meta);
            }
            case News.Broke(var failure) -> {
                page = null;
                if (more) goOn();
                else end.broke(failure);
            }
            case News.Opened _, News.Happened _, News.Ended _ -> throw new IllegalStateException("not a watch");
        }
    }

    private void hearWhole(News news) {
        switch (news) {
            case News.Began began -> voice.schema(began.schema());
            case News.Rows(var rows) -> hearRows(rows);
            case News.Listed(var meta) -> listedAllOf(meta);
            case News.Broke(var failure) -> end.broke(failure);
            case News.Opened _, News.Happened _, News.Ended _ -> throw new IllegalStateException("not a watch");
        }
    }

    private void hearRows(List<Row> rows) {
        if (!share.list(rows)) {
            giveUp();
            return;
        }
        progress.came(rows.size());
        voice.say(sink -> sink.rows(rows));
        sayProgress();
    }

    private void sayProgress() {
        if (tellsProgress) voice.state(progress.state());
    }

    /// Some aggregated servers page without being asked to, or say only behind the rows that there are more.
    private void listedAllOf(ListMeta meta) {
        if (meta.next().isEmpty()) listed(meta);
        else if (!progress.turnPage()) giveUp();
        else listWhole(meta.next());
    }

    private void listed(ListMeta meta) {
        abandon();
        voice.say(RowSink::listed);
        complete = true;
        end.listed(meta);
    }

    /// What has come of a first list is let go, so that another attempt has the room.
    private void giveUp() {
        Failure failure = share.tooLarge(requests.forPeople());
        abandon();
        voice.say(RowSink::listing);
        if (!complete) voice.say(RowSink::listed);
        complete = true;
        share.release();
        end.tooLarge(failure);
    }
}

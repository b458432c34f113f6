package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.http.ApiTransport.Request;
import dev.pilothouse.kube.http.ScriptedServer;
import dev.pilothouse.kube.http.ScriptedServer.Answer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Answers lists and watches as it was told, in the order of asking; then with an empty list and a silent watch.
final class ListWatchScript implements ScriptedServer.Script {
    private final Queue<Object> lists = new ConcurrentLinkedQueue<>();
    private final Queue<Object> watches = new ConcurrentLinkedQueue<>();

    /// The next list is this JSON.
    ListWatchScript list(String body) {
        lists.add(Answer.whole(body));
        return this;
    }

    /// The next list says this JSON and then nothing more, on a connection that stays open.
    ListWatchScript stuckList(String body) {
        lists.add(Answer.begun(body));
        return this;
    }

    /// The next list fails so.
    ListWatchScript list(Failure failure) {
        lists.add(failure);
        return this;
    }

    /// The next watch says this JSON and then stays open.
    ListWatchScript watch(String body) {
        watches.add(Answer.begun(body));
        return this;
    }

    /// The next watch fails so.
    ListWatchScript watch(Failure failure) {
        watches.add(failure);
        return this;
    }

    @Override
    public Answer to(Request request) throws KubeException {
        boolean watch = ScriptedServer.isWatch(request.path());
        Object next = (watch ? watches : lists).poll();
        if (next instanceof Failure failure) throw new KubeException(failure);
        if (next instanceof Answer answer) return answer;
        return watch ? Answer.begun("") : Answer.whole("{\"metadata\":{\"resourceVersion\":\"1\"}}");
    }
}

package dev.pilothouse.live;

import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;

/// Several overlays, one over the other.
record LayeredOverlay(List<RowOverlay> layers) implements RowOverlay {

    @Override
    public Session start(TableRequest request, Runnable changed) {
        List<Session> sessions = layers.stream()
                .map(layer -> layer.start(request, changed))
                .filter(session -> !session.equals(Session.IDENTITY))
                .toList();
        return sessions.isEmpty() ? Session.IDENTITY : new Layers(sessions);
    }

    private record Layers(List<Session> sessions) implements Session {
        @Override
        public Row apply(Row row, RowSchema schema) {
            Row laid = row;
            for (Session session : sessions) laid = session.apply(laid, schema);
            return laid;
        }

        @Override
        public boolean isReady() {
            return sessions.stream().allMatch(Session::isReady);
        }

        @Override
        public void close() {
            sessions.forEach(Session::close);
        }
    }
}

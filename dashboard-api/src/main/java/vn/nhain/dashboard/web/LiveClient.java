package vn.nhain.dashboard.web;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * One screen. Holds at most one frame that is not sent yet: a newer one replaces it, so that a slow screen skips frames and
 * neither lags nor fills memory. Thread-safe.
 */
final class LiveClient {
    private final Session session;
    private final Runnable onFailure;
    private final AtomicReference<String> next = new AtomicReference<>();
    private final AtomicBoolean sending = new AtomicBoolean();

    LiveClient(Session session, Runnable onFailure) {
        this.session = session;
        this.onFailure = onFailure;
    }

    void offer(String frame) {
        next.set(frame);
        sendNext();
    }

    private void sendNext() {
        if (!sending.compareAndSet(false, true)) {
            return;
        }
        String frame = next.getAndSet(null);
        if (frame == null) {
            sending.set(false);
            if (next.get() != null) {
                sendNext(); // one came between the look and the release
            }
            return;
        }
        session.sendText(
                frame,
                Callback.from(
                        () -> {
                            sending.set(false);
                            sendNext();
                        },
                        failure -> onFailure.run()));
    }

    void close() {
        session.close();
    }
}

package vn.nhain.dashboard.web;

import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConnectContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.json.Json;

/**
 * {@code /api/live}: the same frame to every screen, serialised once. Frames are made only while somebody looks.
 * Thread-safe.
 */
public final class LiveHub implements Endpoints {
    /** Jetty's code for "try again later". */
    private static final int FULL = 1013;

    private final int maxScreens;
    private final LongFunction<Object> frames;
    private final Map<String, LiveClient> clients = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong();
    private volatile @Nullable String last;

    /**
     * @param maxScreens clients at most
     * @param frames makes the frame with this sequence number
     */
    public LiveHub(int maxScreens, LongFunction<Object> frames) {
        this.maxScreens = maxScreens;
        this.frames = frames;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.ws(
                "/api/live",
                ws -> {
                    ws.onConnect(this::connect);
                    ws.onClose(context -> clients.remove(context.sessionId()));
                    ws.onError(context -> clients.remove(context.sessionId()));
                },
                Access.READ);
    }

    /** Makes a frame and sends it; to be called on a beat. */
    public void tick() {
        if (clients.isEmpty()) {
            return;
        }
        String frame = Json.write(frames.apply(sequence.incrementAndGet()));
        last = frame;
        clients.values().forEach(client -> client.offer(frame));
    }

    /** How many screens look. */
    public int screens() {
        return clients.size();
    }

    void close() {
        clients.values().forEach(LiveClient::close);
        clients.clear();
    }

    private void connect(WsConnectContext context) {
        if (clients.size() >= maxScreens) {
            context.closeSession(FULL, "Too many screens");
            return;
        }
        context.enableAutomaticPings(15, TimeUnit.SECONDS);
        String id = context.sessionId();
        LiveClient client = new LiveClient(context.session, () -> clients.remove(id));
        clients.put(id, client);
        String frame = last;
        client.offer(frame == null ? Json.write(frames.apply(sequence.incrementAndGet())) : frame);
    }
}

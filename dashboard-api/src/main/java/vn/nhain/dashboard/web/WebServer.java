package vn.nhain.dashboard.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.Endpoint;
import java.net.BindException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.config.WebConfig;
import vn.nhain.dashboard.problem.StartupException;
import vn.nhain.dashboard.session.SessionService;

/** The running HTTP server. */
public final class WebServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WebServer.class);
    private static final long STOP_MS = 5000;
    private static final long MAX_BODY_BYTES = 1_000_000;
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self';"
                    + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to serve.
     *
     * @throws StartupException when the address is not ours or the port is in use
     */
    public static WebServer start(
            WebConfig config, SessionService sessions, Health health, LiveHub live, List<Endpoints> features) {
        if (sessions.isOpen() && !Guard.isLoopback(config.bind())) {
            throw new StartupException(
                    "A server that is open to everybody must not listen on %s. Bind it to 127.0.0.1, or set access.open to false and name users or a pin."
                            .formatted(config.bind()),
                    null);
        }
        Javalin javalin = Javalin.create(c -> configure(c, config, sessions, health, live, features));
        try {
            return new WebServer(javalin.start());
        } catch (RuntimeException e) {
            javalin.stop();
            if (hasCause(e, BindException.class)) {
                throw new StartupException(
                        "The port %d of %s is in use or not ours. Choose another with --port, or end what listens there."
                                .formatted(config.port(), config.bind()),
                        e);
            }
            throw new StartupException(
                    "The page cannot be served on %s:%d: %s. Check web.bind and web.port."
                            .formatted(config.bind(), config.port(), e.getMessage()),
                    e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Every HTTP route, for the test that holds the document equal to the code. */
    public List<Endpoint> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .toList();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(
            JavalinConfig c,
            WebConfig config,
            SessionService sessions,
            Health health,
            LiveHub live,
            List<Endpoints> features) {
        c.startup.showJavalinBanner = false;
        c.startup.showOldJavalinVersionWarning = false;
        c.http.maxRequestSize = MAX_BODY_BYTES;
        c.http.generateEtags = true;
        c.http.prefer405over404 = true;
        c.jetty.host = config.bind();
        c.jetty.port = config.port();
        c.jetty.modifyServer(server -> server.setStopTimeout(STOP_MS));
        c.jsonMapper(new JsonBodies());
        if (WebServer.class.getResource("/public/index.html") == null) {
            log.warn("There is no page on the class path; only the API is served");
        } else {
            addPage(c);
        }
        c.events.serverStopping(live::close);

        Guard guard = new Guard(sessions);
        c.routes.before(WebServer::addHeaders);
        c.routes.beforeMatched(guard::check);
        c.routes.wsBeforeUpgrade(guard::checkUpgrade);
        Problems.addTo(c.routes);
        c.routes.get("/health", context -> context.json(health.report()), Access.ANYONE);
        new OpenApiEndpoints().addTo(c.routes);
        live.addTo(c.routes);
        features.forEach(feature -> feature.addTo(c.routes));
    }

    private static void addPage(JavalinConfig c) {
        c.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/public";
            files.location = Location.CLASSPATH;
            // the page is small and must never be older than its server: ask each time, answer 304
            files.headers = Map.of("Cache-Control", "no-cache");
        });
    }

    private static void addHeaders(Context context) {
        HEADERS.forEach(context::header);
        if (context.path().startsWith("/api")) {
            context.header("Cache-Control", "no-store");
        }
    }

    private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}

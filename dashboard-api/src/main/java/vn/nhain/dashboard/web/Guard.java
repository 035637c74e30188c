package vn.nhain.dashboard.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.javalin.security.RouteRole;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.problem.ForbiddenException;
import vn.nhain.dashboard.problem.UnauthorizedException;
import vn.nhain.dashboard.session.Caller;
import vn.nhain.dashboard.session.SessionService;

/**
 * Decides who gets in. A route without an {@link Access} is closed to everybody. Cross-site calls are refused three ways: a
 * header that forms cannot send, {@code Sec-Fetch-Site}, and {@code Origin}. On an open server the host must be a name of
 * loopback, so that a foreign page cannot reach it by rebinding its own name.
 */
public final class Guard {
    private static final String CALLER = "nhain.caller";
    private static final String COOKIE = "nhain";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final SessionService sessions;

    Guard(SessionService sessions) {
        this.sessions = sessions;
    }

    /** Whether this is a name of the machine's own loopback. */
    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }

    /** Who calls. */
    public static Caller caller(Context context) {
        Caller caller = context.attribute(CALLER);
        return caller == null ? Caller.NOBODY : caller;
    }

    /** The session's token, if the caller sent one. */
    public static @Nullable String token(Context context) {
        return context.cookie(COOKIE);
    }

    /** Gives the caller a token; null takes it away. */
    public static void setToken(Context context, @Nullable String token) {
        Cookie cookie = new Cookie(COOKIE, token == null ? "" : token, "/", token == null ? 0 : -1);
        cookie.setHttpOnly(true);
        cookie.setSecure("https".equals(context.scheme()));
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
    }

    /** Before a matched HTTP route. */
    void check(Context context) {
        checkHost(context);
        if (!SAFE.contains(context.req().getMethod())
                && !accessOf(context.routeRoles()).contains(Access.TOKEN)) {
            checkSameSite(context);
            if (!"1".equals(context.header("X-NhaIn"))) {
                throw new ForbiddenException("Calls that change something need the header X-NhaIn: 1.");
            }
        }
        checkRights(context);
    }

    /** Before a WebSocket upgrade: browsers send their cookies with those of any page. */
    void checkUpgrade(Context context) {
        checkHost(context);
        if (context.header("Origin") != null) {
            checkSameSite(context);
        }
        checkRights(context);
    }

    private void checkRights(Context context) {
        Caller caller = sessions.callerOf(token(context));
        context.attribute(CALLER, caller);
        Set<Access> needed = accessOf(context.routeRoles());
        if (needed.isEmpty() && !context.path().startsWith("/api")) {
            return;
        }
        if (needed.stream().anyMatch(access -> access.isGivenTo(caller.roles()))) {
            return;
        }
        if (caller.roles().isEmpty()) {
            throw new UnauthorizedException("Log in first: POST /api/session.");
        }
        throw new ForbiddenException("%s may not do this: it needs %s."
                .formatted(caller.name(), needed.isEmpty() ? "a right that nobody has" : needed));
    }

    private static Set<Access> accessOf(Set<RouteRole> roles) {
        return roles.stream()
                .filter(Access.class::isInstance)
                .map(Access.class::cast)
                .collect(Collectors.toSet());
    }

    private void checkHost(Context context) {
        if (sessions.isOpen() && !LOOPBACK.contains(nameOf(context.host()))) {
            throw new ForbiddenException("This server is open to its own machine only; call it as localhost, not as %s."
                    .formatted(context.host()));
        }
    }

    private static void checkSameSite(Context context) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new ForbiddenException("Calls from other sites are refused (Sec-Fetch-Site: %s).".formatted(site));
        }
        String origin = context.header("Origin");
        if (origin != null && !authorityOf(origin).equals(context.host())) {
            throw new ForbiddenException("Calls from other sites are refused (Origin: %s).".formatted(origin));
        }
    }

    private static String authorityOf(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String nameOf(@Nullable String host) {
        if (host == null) {
            return "";
        }
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}

package vn.nhain.dashboard.session.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import vn.nhain.dashboard.problem.BadParameterException;
import vn.nhain.dashboard.session.Caller;
import vn.nhain.dashboard.session.Role;
import vn.nhain.dashboard.session.SessionService;
import vn.nhain.dashboard.session.api.LoginRequest;
import vn.nhain.dashboard.session.api.SessionView;
import vn.nhain.dashboard.web.Access;
import vn.nhain.dashboard.web.Body;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Guard;

/** {@code /api/session}. */
public final class SessionEndpoints implements Endpoints {
    private final SessionService sessions;

    public SessionEndpoints(SessionService sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/session", context -> context.json(view(Guard.caller(context))), Access.ANYONE);
        routes.post("/api/session", this::login, Access.ANYONE);
        routes.delete("/api/session", this::logout, Access.ANYONE);
    }

    private void login(Context context) {
        LoginRequest login = Body.of(context, LoginRequest.class);
        String token;
        if (login.pin() != null) {
            token = sessions.loginByPin(login.pin(), context.ip());
        } else if (login.user() != null && login.password() != null) {
            token = sessions.login(login.user(), login.password(), context.ip());
        } else {
            throw new BadParameterException("user", "Give user and password, or pin.");
        }
        sessions.logout(Guard.token(context));
        Guard.setToken(context, token);
        context.json(view(sessions.callerOf(token)));
    }

    private void logout(Context context) {
        sessions.logout(Guard.token(context));
        Guard.setToken(context, null);
        context.status(204);
    }

    private SessionView view(Caller caller) {
        return new SessionView(
                caller.user(), caller.roles().stream().sorted().map(Role::word).toList(), sessions.isOpen());
    }
}

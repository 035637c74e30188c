package vn.nhain.dashboard.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.json.Json;
import vn.nhain.dashboard.problem.BadParameterException;
import vn.nhain.dashboard.problem.ConflictException;
import vn.nhain.dashboard.problem.DashboardException;
import vn.nhain.dashboard.problem.ForbiddenException;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.dashboard.problem.TooManyAttemptsException;
import vn.nhain.dashboard.problem.UnauthorizedException;
import vn.nhain.dashboard.problem.UnavailableException;

/** The one place where exceptions become answers: RFC 9457 {@code application/problem+json}. */
final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(DashboardException.class, (e, context) -> answer(context, statusOf(e), e, parameterOf(e)));
        routes.exception(HttpResponseException.class, (e, context) -> answer(context, e.getStatus(), e, null));
        routes.exception(Exception.class, (e, context) -> {
            log.error("{} {} failed", context.method(), context.path(), e);
            write(context, 500, "The server failed on this call; its log says why.", null);
        });
    }

    private static int statusOf(DashboardException e) {
        if (e instanceof BadParameterException) {
            return 400;
        } else if (e instanceof UnauthorizedException) {
            return 401;
        } else if (e instanceof ForbiddenException) {
            return 403;
        } else if (e instanceof NotFoundException) {
            return 404;
        } else if (e instanceof ConflictException) {
            return 409;
        } else if (e instanceof TooManyAttemptsException) {
            return 429;
        } else if (e instanceof UnavailableException) {
            log.warn("{}", e.getMessage(), e);
            return 503;
        }
        return 500;
    }

    private static @Nullable String parameterOf(DashboardException e) {
        return e instanceof BadParameterException bad ? bad.parameter() : null;
    }

    private static void answer(Context context, int status, Exception e, @Nullable String parameter) {
        String message = e.getMessage();
        write(context, status, message == null ? titleOf(status) : message, parameter);
    }

    static void write(Context context, int status, String detail, @Nullable String parameter) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", titleOf(status));
        body.put("status", status);
        body.put("detail", detail);
        if (parameter != null) {
            body.put("parameter", parameter);
        }
        context.status(status).contentType("application/problem+json").result(Json.write(body));
    }

    private static String titleOf(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Not logged in";
            case 403 -> "Forbidden";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 409 -> "Conflict";
            case 413 -> "Too large";
            case 429 -> "Too many requests";
            case 503 -> "Unavailable";
            default -> status >= 500 ? "Server error" : "Request refused";
        };
    }
}

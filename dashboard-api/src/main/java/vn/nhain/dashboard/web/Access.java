package vn.nhain.dashboard.web;

import io.javalin.security.RouteRole;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.session.Role;

/** Who may call a route. */
public enum Access implements RouteRole {
    /** No login needed. */
    ANYONE(null),
    /** The route checks a token of its own, which no browser sends by itself: for other programs, not for pages. */
    TOKEN(null),
    /** Whoever may read. */
    READ(Role.READER),
    /** Operators. */
    OPERATOR(Role.OPERATOR),
    /** Planners. */
    PLANNER(Role.PLANNER),
    /** Managers. */
    MANAGER(Role.MANAGER);

    private final @Nullable Role needed;

    Access(@Nullable Role needed) {
        this.needed = needed;
    }

    boolean isGivenTo(Set<Role> roles) {
        return needed == null || roles.contains(needed);
    }
}

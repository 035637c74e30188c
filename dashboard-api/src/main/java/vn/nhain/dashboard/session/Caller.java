package vn.nhain.dashboard.session;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param user login name, for the audit trail; null when nobody has logged in
 * @param roles what the caller may do; empty for nothing
 */
public record Caller(@Nullable String user, Set<Role> roles) {
    /** Somebody who has not logged in. */
    public static final Caller NOBODY = new Caller(null, Set.of());

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The name for the audit trail. */
    public String name() {
        return user == null ? "local" : user;
    }
}

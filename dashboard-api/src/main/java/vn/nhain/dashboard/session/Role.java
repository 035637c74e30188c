package vn.nhain.dashboard.session;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a caller may do. */
public enum Role {
    /** Sees everything. */
    READER,
    /** Reports from the machine: stop reasons, alarms seen. */
    OPERATOR,
    /** Plans and releases. */
    PLANNER,
    /** Reads the audit trail and sets weights. */
    MANAGER,
    /** All of it. */
    ADMIN;

    /** As in JSON and configuration: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every role. */
    public static Set<Role> all() {
        return EnumSet.allOf(Role.class);
    }

    /** The role of this word. */
    static Role of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                "The role (%s) must be one of reader, operator, planner, manager, admin.".formatted(word));
    }
}

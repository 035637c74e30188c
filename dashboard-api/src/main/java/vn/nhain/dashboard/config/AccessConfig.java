package vn.nhain.dashboard.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Who may what. Without users, without a pin and not open, nobody gets in: that is the default of a plant.
 *
 * @param open every caller has all rights; allowed only while the server listens on loopback
 * @param pin a number that lets its holder read; empty for none
 * @param users people who may log in
 * @param idle a login ends after so long without a call
 * @param longest a login ends after so long in any case
 */
public record AccessConfig(boolean open, String pin, List<User> users, Duration idle, Duration longest) {
    public AccessConfig {
        users = List.copyOf(users);
    }

    /**
     * A person.
     *
     * @param name login name
     * @param roles {@code operator planner manager admin}
     * @param passwordHash {@code pbkdf2-sha256:ITERATIONS:SALT:HASH} in base64, as {@code nhain dashboard --hash} prints it
     */
    public record User(String name, Set<String> roles, String passwordHash) {
        public User {
            roles = Set.copyOf(roles);
        }

        /** Without the hash. */
        @Override
        public String toString() {
            return "User[name=%s, roles=%s]".formatted(name, roles);
        }
    }

    /** Nobody yet; a login lasts 8 hours without a call and 24 at most. */
    public static AccessConfig closed() {
        return new AccessConfig(false, "", List.of(), Duration.ofHours(8), Duration.ofHours(24));
    }

    /** All rights to everybody who can reach loopback. */
    public static AccessConfig openOnLoopback() {
        return new AccessConfig(true, "", List.of(), Duration.ofHours(8), Duration.ofHours(24));
    }

    /** A pin to read with, and people. */
    public static AccessConfig withPin(String pin, List<User> users) {
        return new AccessConfig(false, pin, users, Duration.ofHours(8), Duration.ofHours(24));
    }

    /** Without the pin. */
    @Override
    public String toString() {
        return "AccessConfig[open=%s, users=%s]".formatted(open, users);
    }
}

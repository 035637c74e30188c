package vn.nhain.dashboard.session.api;

import org.jspecify.annotations.Nullable;

/**
 * Name and password, or the PIN.
 *
 * @param user login name
 * @param password password
 * @param pin the printed PIN
 */
public record LoginRequest(
        @Nullable String user,
        @Nullable String password,
        @Nullable String pin) {
    /** Without the secrets. */
    @Override
    public String toString() {
        return "LoginRequest[user=%s]".formatted(user);
    }
}

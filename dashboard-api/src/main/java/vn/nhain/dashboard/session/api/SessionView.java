package vn.nhain.dashboard.session.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param user login name; null when nobody has logged in
 * @param roles what the caller may do
 * @param readOpen whether reading needs no login
 */
public record SessionView(@Nullable String user, List<String> roles, boolean readOpen) {}

package vn.nhain.dashboard.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.config.AccessConfig;
import vn.nhain.dashboard.problem.BadParameterException;
import vn.nhain.dashboard.problem.UnauthorizedException;

/**
 * Logins. A session is an opaque number of 256 bits that only its holder has; here is its SHA-256. Sessions end with the
 * process. Thread-safe.
 */
public final class SessionService {
    /** Checked against when the name is unknown, so that the time does not tell which names exist. */
    private static final String NOBODYS_HASH = "pbkdf2-sha256:600000:bm9ib2R5bm9ib2R5MDAwMA==:AAAA";

    private final AccessConfig config;
    private final InstantSource wall;
    private final Passwords passwords = new Passwords();
    private final LoginLimit limit;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    private record Session(Caller caller, Instant since, Instant seen) {}

    public SessionService(AccessConfig config, InstantSource wall) {
        this.config = config;
        this.wall = wall;
        this.limit = new LoginLimit(wall);
        config.users().forEach(user -> rolesOf(user)); // a word that is no role is refused at start
    }

    /** Whether everybody who reaches the server has all rights. */
    public boolean isOpen() {
        return config.open();
    }

    /** Who holds this token; null for none. */
    public Caller callerOf(@Nullable String token) {
        if (config.open()) {
            return new Caller(null, Role.all());
        }
        if (token == null) {
            return Caller.NOBODY;
        }
        Session session = sessions.computeIfPresent(digest(token), (key, s) -> {
            Instant now = wall.instant();
            boolean over = now.isAfter(s.seen().plus(config.idle()))
                    || now.isAfter(s.since().plus(config.longest()));
            return over ? null : new Session(s.caller(), s.since(), now);
        });
        return session == null ? Caller.NOBODY : session.caller();
    }

    /**
     * Logs a person in.
     *
     * @param address where the call comes from
     * @return the token of the new session
     * @throws UnauthorizedException when name or password are wrong
     */
    public String login(String user, String password, String address) {
        String[] keys = {"address " + address, "user " + user};
        limit.check(keys);
        AccessConfig.User known = config.users().stream()
                .filter(u -> u.name().equals(user))
                .findFirst()
                .orElse(null);
        boolean right = passwords.matches(password, known == null ? NOBODYS_HASH : known.passwordHash());
        if (known == null || !right) {
            limit.failed(keys);
            throw new UnauthorizedException("The user name or the password is wrong.");
        }
        return begin(new Caller(known.name(), rolesOf(known)));
    }

    /**
     * Lets the holder of the printed PIN read.
     *
     * @throws UnauthorizedException when it is wrong, or there is none
     */
    public String loginByPin(String pin, String address) {
        String key = "address " + address;
        limit.check(key, "pin");
        if (pin.isEmpty()) {
            throw new BadParameterException("pin", "The pin must not be empty.");
        }
        byte[] expected = config.pin().getBytes(StandardCharsets.UTF_8);
        if (config.pin().isEmpty() || !MessageDigest.isEqual(expected, pin.getBytes(StandardCharsets.UTF_8))) {
            limit.failed(key, "pin");
            throw new UnauthorizedException("The PIN is wrong. It is printed where the demonstration was started.");
        }
        return begin(new Caller("pin", Set.of(Role.READER)));
    }

    /** Ends a session; unknown tokens are ignored. */
    public void logout(@Nullable String token) {
        if (token != null) {
            sessions.remove(digest(token));
        }
    }

    private String begin(Caller caller) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = wall.instant();
        sessions.values().removeIf(s -> now.isAfter(s.since().plus(config.longest())));
        sessions.put(digest(token), new Session(caller, now, now));
        return token;
    }

    private static Set<Role> rolesOf(AccessConfig.User user) {
        Set<Role> roles =
                user.roles().stream().map(Role::of).collect(Collectors.toCollection(() -> EnumSet.of(Role.READER)));
        return roles.contains(Role.ADMIN) ? Role.all() : roles;
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256.", e);
        }
    }
}

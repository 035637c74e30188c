package vn.nhain.dashboard.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard._support.ManualClock;
import vn.nhain.dashboard.config.AccessConfig;
import vn.nhain.dashboard.problem.TooManyAttemptsException;
import vn.nhain.dashboard.problem.UnauthorizedException;

/** Guessing is slow, from one address and for one name; sessions end. */
class LoginLimitTest {
    private final ManualClock wall = new ManualClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final SessionService sessions = new SessionService(
            AccessConfig.withPin(
                    "314159", List.of(new AccessConfig.User("lan", Set.of("operator"), "pbkdf2-sha256:1:AAAA:AAAA"))),
            wall);

    @Test
    void tenWrongPinsFromOneAddressCloseItForTenMinutes() {
        for (int i = 0; i < 10; i++) {
            assertThrows(UnauthorizedException.class, () -> sessions.loginByPin("0", "10.0.0.1"));
        }
        assertThrows(TooManyAttemptsException.class, () -> sessions.loginByPin("314159", "10.0.0.1"));

        wall.advance(Duration.ofMinutes(11));
        assertDoesNotThrow(() -> sessions.loginByPin("314159", "10.0.0.1"));
    }

    /** Many machines that guess the password of one person. */
    @Test
    void tenWrongPasswordsForOneNameCloseItFromEverywhere() {
        for (int i = 0; i < 10; i++) {
            String address = "10.0.0." + i;
            assertThrows(UnauthorizedException.class, () -> sessions.login("lan", "x", address));
        }
        assertThrows(TooManyAttemptsException.class, () -> sessions.login("lan", "x", "10.0.1.1"));
    }

    @Test
    void aSessionEndsWhenIdle() {
        String token = sessions.loginByPin("314159", "10.0.0.1");
        wall.advance(Duration.ofHours(7));
        assertEquals(Set.of(Role.READER), sessions.callerOf(token).roles());
        wall.advance(Duration.ofHours(9));

        assertEquals(Caller.NOBODY, sessions.callerOf(token));
    }

    @Test
    void aRoleThatIsNoneIsRefusedAtStart() {
        AccessConfig config = AccessConfig.withPin("", List.of(new AccessConfig.User("x", Set.of("boss"), "y")));

        assertThrows(IllegalArgumentException.class, () -> new SessionService(config, wall));
    }
}

package vn.nhain.simulators.demo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.nhain.dashboard.config.AccessConfig;
import vn.nhain.dashboard.config.DashboardConfig;
import vn.nhain.dashboard.session.Passwords;

/** Who may what in a demonstration: everybody on loopback; in the hall, whoever has the PIN may read and users may do. */
final class DemoAccess {
    private static final int PIN_DIGITS = 1_000_000;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 10;

    private final AccessConfig config;
    private final List<String> lines;

    private DemoAccess(AccessConfig config, List<String> lines) {
        this.config = config;
        this.lines = List.copyOf(lines);
    }

    /** For a server that only this machine reaches. */
    static DemoAccess loopback() {
        return new DemoAccess(AccessConfig.openOnLoopback(), List.of());
    }

    /** For a server that the hall reaches: a new PIN and new passwords, printed once and kept nowhere. */
    static DemoAccess hall(SecureRandom random) {
        String pin = String.format(Locale.ROOT, "%06d", random.nextInt(PIN_DIGITS));
        Map<String, String> passwords = new LinkedHashMap<>();
        List<AccessConfig.User> users = new ArrayList<>();
        Passwords hashing = new Passwords();
        for (String name : List.of("operator", "planner", "manager")) {
            String password = password(random);
            passwords.put(name, password);
            users.add(new AccessConfig.User(name, Set.of(name), hashing.hash(password)));
        }
        List<String> lines = new ArrayList<>();
        lines.add("PIN to read: " + pin);
        passwords.forEach((name, password) -> lines.add("user %s, password %s".formatted(name, password)));
        return new DemoAccess(AccessConfig.withPin(pin, users), lines);
    }

    /** What the person who started the demonstration must know. */
    List<String> lines() {
        return lines;
    }

    DashboardConfig applyTo(DashboardConfig dashboard, String bind, int port, String brokerUrl) {
        return dashboard
                .withWeb(dashboard.web().at(bind, port))
                .withMqtt(dashboard.mqtt().at(brokerUrl))
                .withAccess(config)
                .withPlanning(dashboard.planning().withGatesOpenAsExpected());
    }

    private static String password(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}

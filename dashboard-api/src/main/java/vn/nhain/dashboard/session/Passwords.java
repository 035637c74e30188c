package vn.nhain.dashboard.session;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2-HMAC-SHA256 with 600,000 rounds, as OWASP asks for. A hash takes a good part of a second of one core, so that at
 * most two run at a time: logins must not be a way to stop the plant. Thread-safe.
 */
public final class Passwords {
    private static final int ROUNDS = 600_000;
    private static final int BITS = 256;
    private static final Pattern FORM = Pattern.compile("pbkdf2-sha256:(\\d+):([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore running = new Semaphore(2);

    /** A new hash, in the form of {@code access.users[].passwordHash}. */
    public String hash(String password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return "pbkdf2-sha256:%d:%s:%s".formatted(ROUNDS, base64(salt), base64(derive(password, salt, ROUNDS)));
    }

    /** Whether this is the password of this hash. */
    boolean matches(String password, String hash) {
        Matcher form = FORM.matcher(hash);
        if (!form.matches()) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(form.group(2));
        byte[] expected = Base64.getDecoder().decode(form.group(3));
        return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(form.group(1))));
    }

    private byte[] derive(String password, byte[] salt, int rounds) {
        running.acquireUninterruptibly();
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks PBKDF2WithHmacSHA256.", e);
        } finally {
            running.release();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

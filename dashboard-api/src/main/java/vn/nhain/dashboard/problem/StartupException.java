package vn.nhain.dashboard.problem;

import org.jspecify.annotations.Nullable;

/**
 * The dashboard cannot start: a port in use, a store that is damaged, locked or out of reach. The message is a sentence for
 * the person who started it, with the remedy. Nothing was overwritten.
 */
public final class StartupException extends RuntimeException {
    /**
     * With these words.
     *
     * @param message what is wrong, and the remedy
     * @param cause what lies below; null for none
     */
    public StartupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

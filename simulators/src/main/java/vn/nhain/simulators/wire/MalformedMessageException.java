package vn.nhain.simulators.wire;

import org.jspecify.annotations.Nullable;

/** A message that does not follow the contract; its text says what is wrong with it. */
public final class MalformedMessageException extends Exception {
    MalformedMessageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

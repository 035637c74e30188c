package vn.nhain.edge.spool;

import org.jspecify.annotations.Nullable;

/** The file is not what was written. What can be read of it is worth saving. */
final class DamagedSpoolException extends RuntimeException {
    DamagedSpoolException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

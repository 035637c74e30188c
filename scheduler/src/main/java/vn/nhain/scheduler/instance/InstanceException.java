package vn.nhain.scheduler.instance;

import java.util.List;

/** A problem file that cannot be used; names every mistake that was found. */
public final class InstanceException extends Exception {
    InstanceException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
    }

    InstanceException(String mistake, Throwable cause) {
        super(mistake, cause);
    }
}

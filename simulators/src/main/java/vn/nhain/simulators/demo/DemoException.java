package vn.nhain.simulators.demo;

/** A demonstration that cannot start; the message is a sentence for the person who started it, with the remedy. */
public final class DemoException extends Exception {
    DemoException(String message) {
        super(message);
    }

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}

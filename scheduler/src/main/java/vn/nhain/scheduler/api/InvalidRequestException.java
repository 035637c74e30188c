package vn.nhain.scheduler.api;

import java.util.List;

/** A problem that contradicts itself. Names every mistake that was found, not the first only. */
public final class InvalidRequestException extends RuntimeException {
    private final List<String> mistakes;

    /**
     * @param mistakes sentences that each name the entity, the value and the remedy
     */
    public InvalidRequestException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Sentences that each name the entity, the value and the remedy. */
    public List<String> mistakes() {
        return mistakes;
    }
}

package vn.nhain.scheduler.kernel.problem;

import java.util.List;

/** A problem that contradicts itself. */
public final class InvalidProblemException extends IllegalArgumentException {
    private final List<String> mistakes;

    InvalidProblemException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Every mistake, each a sentence with the entity, the value and the remedy. */
    public List<String> mistakes() {
        return mistakes;
    }
}

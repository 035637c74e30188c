package vn.nhain.scheduler.instance.nhain;

import java.nio.file.Path;
import java.util.List;

/** A problem file that cannot be used, with every mistake that was found in it. */
public final class ProblemFileException extends Exception {
    private final List<String> mistakes;

    ProblemFileException(Path file, List<String> mistakes) {
        super("The problem file (%s) has %d mistake%s:%n  %s"
                .formatted(
                        file,
                        mistakes.size(),
                        mistakes.size() == 1 ? "" : "s",
                        String.join(System.lineSeparator() + "  ", mistakes)));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Sentences that each name the field, the value and the remedy. */
    public List<String> mistakes() {
        return mistakes;
    }
}

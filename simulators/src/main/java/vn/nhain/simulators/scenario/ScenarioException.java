package vn.nhain.simulators.scenario;

import java.util.List;

/** A scenario that cannot be used; lists every mistake with its remedy. */
public final class ScenarioException extends Exception {
    ScenarioException(String source, List<String> mistakes) {
        super("The scenario %s cannot be used:%n  %s"
                .formatted(source, String.join(System.lineSeparator() + "  ", mistakes)));
    }
}

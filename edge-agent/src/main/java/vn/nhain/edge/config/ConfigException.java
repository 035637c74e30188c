package vn.nhain.edge.config;

import java.util.List;

/** A configuration with mistakes, all of them. */
public final class ConfigException extends Exception {
    private final List<String> mistakes;

    ConfigException(String source, List<String> mistakes) {
        super("%s has %d mistake%s:\n%s"
                .formatted(source, mistakes.size(), mistakes.size() == 1 ? "" : "s", String.join("\n", mistakes)));
        this.mistakes = List.copyOf(mistakes);
    }

    /** One line each: key, value, remedy. */
    public List<String> mistakes() {
        return mistakes;
    }
}

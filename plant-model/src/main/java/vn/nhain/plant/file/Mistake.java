package vn.nhain.plant.file;

/**
 * One mistake in a plant file.
 *
 * @param line line in the file, from 1
 * @param key path of the key, such as {@code machines[2].setup.base}; empty for the file as a whole
 * @param message what is wrong, with the value and the remedy
 */
public record Mistake(int line, String key, String message) {
    /** As a compiler would say it, less the name of the file. */
    @Override
    public String toString() {
        return key.isEmpty() ? "%d: %s".formatted(line, message) : "%d: %s: %s".formatted(line, key, message);
    }
}

package vn.nhain.plant.file;

import java.util.List;
import java.util.stream.Collectors;

/** A plant file that cannot be used, with all mistakes that were found in it. */
public final class PlantFileException extends Exception {
    private final String file;
    private final List<Mistake> mistakes;

    PlantFileException(String file, List<Mistake> mistakes) {
        super(mistakes.stream().map(m -> file + ":" + m).collect(Collectors.joining(System.lineSeparator())));
        this.file = file;
        this.mistakes = List.copyOf(mistakes);
    }

    /** Name of the file as the reader was told. */
    public String file() {
        return file;
    }

    /** All mistakes by line; at least one. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}

package vn.nhain.plant.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.nhain.plant.Plant;

/**
 * Reads plant files: YAML as {@code docs/reference/plant-file.md} describes it, by the JSON Schema {@code
 * docs/reference/plant-file.schema.json}.
 */
public final class PlantFile {
    private PlantFile() {}

    /**
     * Reads a plant file.
     *
     * @throws PlantFileException when it is wrong, with all its mistakes
     * @throws IOException when it cannot be read at all
     */
    public static Plant read(Path file) throws IOException, PlantFileException {
        try (InputStream yaml = Files.newInputStream(file)) {
            return read(yaml, file.toString());
        }
    }

    /**
     * Reads a plant file from a stream, which stays open.
     *
     * @param yaml UTF-8 text
     * @param name what messages call the file
     * @throws PlantFileException when it is wrong, with all its mistakes
     * @throws IOException when it cannot be read at all
     */
    public static Plant read(InputStream yaml, String name) throws IOException, PlantFileException {
        Mistakes mistakes = new Mistakes();
        Optional<Values> plant = YamlTree.read(yaml, mistakes)
                .flatMap(root -> new ShapeChecker(mistakes).check(root, PlantShape.plant(), ""));
        plant.ifPresent(values -> PlantRules.check(values, mistakes));
        if (plant.isEmpty() || !mistakes.none()) {
            throw new PlantFileException(name, mistakes.byLine());
        }
        return PlantBuilder.plant(plant.get());
    }
}

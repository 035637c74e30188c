package vn.nhain.simulators.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.nhain.plant.Plant;

/** Reads scenarios: those that come with the product by name, others from a file. */
public final class ScenarioReader {
    /** Names of the scenarios that come with the product; the first is the default. */
    public static final List<String> BUILT_IN =
            List.of("normal-week", "press-breaks-down", "late-paper", "quality-drifts");

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ScenarioReader() {}

    /**
     * Reads a scenario for a plant.
     *
     * @param nameOrFile one of {@link #BUILT_IN}, or the path of a file
     * @throws ScenarioException when there is none of that name, or it has mistakes; all of them are listed
     */
    public static Scenario read(String nameOrFile, Plant plant) throws ScenarioException {
        if (BUILT_IN.contains(nameOrFile)) {
            return parse(nameOrFile, resource(nameOrFile), plant);
        }
        Path file = Path.of(nameOrFile);
        try {
            return parse(nameOrFile, Files.readString(file), plant);
        } catch (IOException e) {
            throw new ScenarioException(
                    nameOrFile, List.of("It is neither a file that can be read nor one of %s.".formatted(BUILT_IN)));
        }
    }

    static Scenario parse(String source, String yaml, Plant plant) throws ScenarioException {
        try {
            ScenarioFile file = MAPPER.readValue(yaml, ScenarioFile.class);
            if (file == null) {
                throw new ScenarioException(source, List.of("It is empty."));
            }
            return new ScenarioChecker(source, plant).check(file);
        } catch (UnrecognizedPropertyException e) {
            String mistake = "%s is no key of a scenario. There may be %s.".formatted(path(e), e.getKnownPropertyIds());
            throw new ScenarioException(source, List.of(mistake));
        } catch (JsonMappingException e) {
            throw new ScenarioException(source, List.of("%s: %s".formatted(path(e), e.getOriginalMessage())));
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : "line %d: ".formatted(e.getLocation().getLineNr());
            throw new ScenarioException(source, List.of(where + e.getOriginalMessage()));
        }
    }

    /** Such as {@code events[0].fault.minutes}. */
    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference part : e.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
            }
        }
        return path.toString();
    }

    private static String resource(String name) {
        try (InputStream in = ScenarioReader.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("The scenario %s.yaml is missing from the class path.".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The scenario %s.yaml cannot be read.".formatted(name), e);
        }
    }
}

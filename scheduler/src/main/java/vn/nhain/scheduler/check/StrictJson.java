package vn.nhain.scheduler.check;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;

/** Files at their word: no field twice, nothing behind the end, no text or fraction for a whole number. */
final class StrictJson {
    static final ObjectMapper JSON = strict(JsonMapper.builder().build());
    static final ObjectMapper YAML = strict(new ObjectMapper(yamlFactory()));

    private StrictJson() {}

    private static YAMLFactory yamlFactory() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(200_000_000); // the default of 3 MB is less than a large backlog
        return YAMLFactory.builder().loaderOptions(options).build();
    }

    private static ObjectMapper strict(ObjectMapper mapper) {
        return mapper.configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * A whole number of a file.
     *
     * @throws IllegalArgumentException when it is none, or out of bounds
     */
    static int whole(JsonNode value, String field, int least, int most) {
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw new IllegalArgumentException(
                    "%s is (%.40s) but must be a whole number from %d to %d".formatted(field, value, least, most));
        }
        return value.intValue();
    }

    /** A whole number of an object of a file; see {@link #whole(JsonNode, String, int, int)}. */
    static int whole(JsonNode object, String field, int least) {
        return whole(object.required(field), field, least, 1 << 29);
    }

    /** The text of a file. */
    static String text(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("(%s) is a folder. Name a file.".formatted(file));
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException("The file (%s) is not text in UTF-8. Save it in that encoding.".formatted(file), e);
        }
    }

    /** A YAML file whose references are refused: nobody follows them. */
    static JsonNode yaml(Path file) throws IOException {
        String text = text(file);
        try (YAMLParser parser = (YAMLParser) YAML.getFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    throw new IllegalArgumentException(
                            "a reference (*%.40s) is not followed".formatted(parser.getText()));
                }
            }
        }
        return YAML.readTree(text);
    }

    /** A text of an object of a file. */
    static String text(JsonNode object, String field) {
        JsonNode value = object.required(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("%s is (%.40s) but must be text".formatted(field, value));
        }
        return value.textValue();
    }

    /**
     * A list of a file.
     *
     * @throws IllegalArgumentException when it is none
     */
    static JsonNode list(JsonNode object, String field) {
        JsonNode list = object.required(field);
        if (!list.isArray()) {
            throw new IllegalArgumentException("%s is (%.40s) but must be a list".formatted(field, list));
        }
        return list;
    }
}

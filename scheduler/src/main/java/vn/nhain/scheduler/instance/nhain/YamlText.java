package vn.nhain.scheduler.instance.nhain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads YAML or JSON at its word: UTF-8, one document, no key twice, and no references, which Jackson does not follow. */
final class YamlText {
    private static final int MOST_BYTES = 200_000_000;
    private static final YAMLFactory FACTORY = factory();
    static final ObjectMapper YAML = new ObjectMapper(FACTORY)
            .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private YamlText() {}

    private static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        // the default of 3 MB is less than a large plant's backlog
        options.setCodePointLimit(MOST_BYTES);
        return YAMLFactory.builder().loaderOptions(options).build();
    }

    static JsonNode read(Path file) throws IOException, ProblemFileException {
        if (Files.isDirectory(file)) {
            throw wrong(file, "It is a folder. Name a problem file.");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw wrong(file, "It has %d bytes; at most %d are supported.".formatted(Files.size(file), MOST_BYTES));
        }
        try {
            String text = Files.readString(file);
            refuseReferences(text, file);
            return YAML.readTree(text);
        } catch (CharacterCodingException e) {
            throw wrong(file, "It is not text in UTF-8. Save it in that encoding.");
        } catch (JsonProcessingException e) {
            String reason =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw wrong(file, "It is neither YAML nor JSON, near line %d: %.200s".formatted(line, reason));
        }
    }

    private static void refuseReferences(String text, Path file) throws IOException, ProblemFileException {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    throw wrong(
                            file,
                            "Line %d has a reference (*%s), which is not followed. Write the value out."
                                    .formatted(parser.currentTokenLocation().getLineNr(), parser.getText()));
                }
            }
        }
    }

    private static ProblemFileException wrong(Path file, String mistake) {
        return new ProblemFileException(file, List.of(mistake));
    }
}

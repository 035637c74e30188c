package vn.nhain.plant.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads YAML into nodes that know their lines. */
final class YamlTree {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final YAMLParser parser;
    private final Mistakes mistakes;

    private YamlTree(YAMLParser parser, Mistakes mistakes) {
        this.parser = parser;
        this.mistakes = mistakes;
    }

    /** The document, or empty when it is not YAML or there is none, which is then among the mistakes. */
    static Optional<Node> read(InputStream yaml, Mistakes mistakes) throws IOException {
        try (YAMLParser parser = YAML.createParser(yaml)) {
            if (parser.nextToken() == null) {
                mistakes.add(1, "", "The file is empty. Describe a plant in it.");
                return Optional.empty();
            }
            YamlTree tree = new YamlTree(parser, mistakes);
            Node root = tree.node("");
            if (parser.nextToken() != null) {
                mistakes.add(tree.line(), "", "A second document begins here. Keep one plant in a file.");
            }
            return Optional.of(root);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            mistakes.add(Math.max(1, line), "", "This is not YAML: %s.".formatted(firstLine(e.getOriginalMessage())));
            return Optional.empty();
        }
    }

    private Node node(String path) throws IOException {
        int line = line();
        if (parser.isCurrentAlias()) {
            mistakes.add(
                    line, path, "References (*%s) are not followed. Write the value out.".formatted(parser.getText()));
            return new Node.Nothing(line);
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(path, line);
            case START_ARRAY -> sequence(path, line);
            case VALUE_NULL -> new Node.Nothing(line);
            default -> parser.getText().isEmpty() ? new Node.Nothing(line) : new Node.Single(line, parser.getText());
        };
    }

    private Node mapping(String path, int line) throws IOException {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            int keyLine = line();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            parser.nextToken();
            Node value = node(keyPath);
            Node.Entry first = entries.putIfAbsent(key, new Node.Entry(keyLine, value));
            if (first != null) {
                mistakes.add(
                        keyLine,
                        keyPath,
                        "The key stands here a second time; line %d has it too. Remove one.".formatted(first.line()));
            }
        }
        return new Node.Mapping(line, entries);
    }

    private Node sequence(String path, int line) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node("%s[%d]".formatted(path, items.size())));
        }
        return new Node.Sequence(line, items);
    }

    private int line() {
        JsonParser located = parser;
        return located.currentTokenLocation().getLineNr();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}

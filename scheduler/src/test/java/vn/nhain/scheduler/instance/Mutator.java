package vn.nhain.scheduler.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Breaks files in the ways in which files get broken: by hand, by other programs, on the way. Seeded. */
public final class Mutator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> JUNK = List.of(
            "null",
            "true",
            "-1",
            "0",
            "3.7",
            "-0.0",
            "1e5",
            "1e999",
            "2147483647",
            "2147483648",
            "536870911",
            "536870912",
            "-9223372036854775808",
            "123456789012345678901234567890",
            "\"\"",
            "\"x\"",
            "\"7\"",
            "\"NaN\"",
            "[]",
            "{}",
            "[[]]",
            "[-1]",
            "{\"id\":1}",
            "\"2026-11-24T01:00:00Z\"",
            "\"+999999999-01-01T00:00:00Z\"",
            "\"PT-1H\"",
            "\"P9999999999D\"",
            "\"99999999999x1\"",
            "\"1x2x3\"",
            "\"\\u0000\"");
    private static final List<String> TOKENS = List.of(
            "-1", "0", "1", "999999999999", "2147483647", "1.5", "x", "", " ", "\n", "\t", "\uFEFF", "[", "{", "\"");

    private final SplittableRandom random;

    public Mutator(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The file with one to three breaks. */
    public byte[] broken(String file, boolean json) {
        String text = file;
        if (json) {
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                text = random.nextInt(3) > 0 ? brokenTree(text) : text;
            }
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!json || random.nextInt(3) == 0) {
            bytes = brokenBytes(bytes);
        }
        return bytes;
    }

    private String brokenTree(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return text;
        }
        List<ContainerNode<?>> places = new ArrayList<>();
        collect(root, places);
        if (places.isEmpty()) {
            return text;
        }
        ContainerNode<?> place = places.get(random.nextInt(places.size()));
        if (place.isEmpty()) {
            return text;
        }
        int at = random.nextInt(place.size());
        if (place instanceof ObjectNode object) {
            breakObject(object, keyAt(object, at));
        } else if (place instanceof ArrayNode array) {
            breakArray(array, at);
        }
        return root.toString();
    }

    private void breakObject(ObjectNode object, String key) {
        switch (random.nextInt(4)) {
            case 0 -> object.remove(key);
            case 1 -> object.set(key + "s", object.remove(key));
            default -> object.set(key, junk());
        }
    }

    private void breakArray(ArrayNode array, int at) {
        switch (random.nextInt(4)) {
            case 0 -> array.remove(at);
            case 1 -> array.add(array.get(at).deepCopy());
            default -> array.set(at, junk());
        }
    }

    private byte[] brokenBytes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(40));
        String before = text.substring(0, at);
        String rest = text.substring(at);
        String broken =
                switch (random.nextInt(9)) {
                    case 0 -> before;
                    case 1 -> before + text.substring(to);
                    case 2 -> text.substring(0, to) + rest;
                    case 3 -> before + TOKENS.get(random.nextInt(TOKENS.size())) + rest;
                    case 4 -> before + "[".repeat(1 + random.nextInt(20_000)) + rest;
                    case 5 -> before + (char) random.nextInt(256) + (rest.isEmpty() ? "" : rest.substring(1));
                    case 6 -> text + text;
                    case 7 -> before + "9".repeat(1 + random.nextInt(2_000)) + rest;
                    default -> "";
                };
        byte[] result = broken.getBytes(StandardCharsets.ISO_8859_1);
        if (random.nextInt(30) == 0) {
            return new String(result, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
        }
        if (random.nextInt(30) == 0 && result.length > 0) {
            byte[] noise = Arrays.copyOf(result, result.length);
            for (int i = 0; i < noise.length; i += 1 + random.nextInt(50)) {
                noise[i] = (byte) random.nextInt();
            }
            return noise;
        }
        return result;
    }

    private JsonNode junk() {
        try {
            return JSON.readTree(JUNK.get(random.nextInt(JUNK.size())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keyAt(ObjectNode object, int at) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.get(at);
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> into) {
        if (node instanceof ContainerNode<?> container) {
            into.add(container);
            container.forEach(child -> collect(child, into));
        }
    }
}

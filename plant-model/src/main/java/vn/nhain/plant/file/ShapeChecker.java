package vn.nhain.plant.file;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a document against a shape, each key on its own, and collects what is wrong. */
final class ShapeChecker {
    private final Mistakes mistakes;

    ShapeChecker(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The values that are right; empty when the node is no group of keys. */
    Optional<Values> check(Node node, Shape shape, String path) {
        if (!(node instanceof Node.Mapping mapping)) {
            mistakes.add(
                    node.line(), path, "This (%s) must be a %s with its keys.".formatted(node.what(), shape.name()));
            return Optional.empty();
        }
        refuseUnknown(mapping, shape, path);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (Key key : shape.keys()) {
            String keyPath = path.isEmpty() ? key.name() : path + "." + key.name();
            Node.Entry entry = mapping.entries().get(key.name());
            if (entry == null) {
                absent(key, mapping, keyPath, values);
                continue;
            }
            lines.put(key.name(), entry.line());
            value(key.kind(), entry.value(), keyPath).ifPresent(value -> values.put(key.name(), value));
        }
        return Optional.of(new Values(path, mapping.line(), values, lines));
    }

    private void refuseUnknown(Node.Mapping mapping, Shape shape, String path) {
        List<String> known = shape.keys().stream().map(Key::name).toList();
        mapping.entries().forEach((name, entry) -> {
            if (!known.contains(name)) {
                String remedy = Nearest.to(name, known)
                        .map("Did you mean %s?"::formatted)
                        .orElse("Known keys are %s.".formatted(String.join(", ", known)));
                mistakes.add(
                        entry.line(),
                        path.isEmpty() ? name : path + "." + name,
                        "A %s has no such key. %s".formatted(shape.name(), remedy));
            }
        });
    }

    private void absent(Key key, Node.Mapping mapping, String path, Map<String, Object> values) {
        if (key.required()) {
            mistakes.add(mapping.line(), path, "The key is missing; it must be %s.".formatted(what(key.kind())));
        } else if (key.kind() instanceof Kind.Single single && key.otherwise() != null) {
            values.put(key.name(), single.parser().parse(key.otherwise()));
        } else {
            values.put(key.name(), List.of());
        }
    }

    private Optional<?> value(Kind kind, Node node, String path) {
        if (kind instanceof Kind.Group group) {
            return check(node, group.shape(), path);
        }
        if (kind instanceof Kind.Many many) {
            return items(many, node, path);
        }
        return single((Kind.Single) kind, node, path);
    }

    private Optional<?> items(Kind.Many many, Node node, String path) {
        if (!(node instanceof Node.Sequence sequence)) {
            mistakes.add(node.line(), path, "This (%s) must be %s.".formatted(node.what(), what(many)));
            return Optional.empty();
        }
        int count = sequence.items().size();
        if (count < many.least() || count > many.most()) {
            mistakes.add(node.line(), path, "The list has %d; it must be %s.".formatted(count, what(many)));
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            value(many.item(), sequence.items().get(i), "%s[%d]".formatted(path, i))
                    .ifPresent(values::add);
        }
        return Optional.of(values);
    }

    private Optional<?> single(Kind.Single kind, Node node, String path) {
        if (node instanceof Node.Single value) {
            try {
                return Optional.of(kind.parser().parse(value.text()));
            } catch (IllegalArgumentException | DateTimeException e) {
                // told below: the parser's own words name neither key nor remedy
            }
        }
        mistakes.add(node.line(), path, "This (%s) must be %s.".formatted(node.what(), kind.what()));
        return Optional.empty();
    }

    private static String what(Kind kind) {
        if (kind instanceof Kind.Group group) {
            return "a %s with its keys".formatted(group.shape().name());
        }
        if (kind instanceof Kind.Many many) {
            String most = many.most() == Integer.MAX_VALUE ? "" : " and at most " + many.most();
            return "a list of at least %d%s, each %s".formatted(many.least(), most, what(many.item()));
        }
        return ((Kind.Single) kind).what();
    }
}

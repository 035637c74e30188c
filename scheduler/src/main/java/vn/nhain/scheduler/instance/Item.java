package vn.nhain.scheduler.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An object of a JSON file whose fields are taken at their word: a text is no number, a fraction no whole number, and a field
 * that is missing is a mistake. After a mistake it yields the least value that is allowed, so that all mistakes are found.
 */
final class Item {
    private final JsonNode node;
    /** What messages call it, such as {@code operation (7)}. */
    private final String name;

    private final Mistakes mistakes;

    private Item(JsonNode node, String name, Mistakes mistakes) {
        this.node = node;
        this.name = name;
        this.mistakes = mistakes;
        if (!node.isObject()) {
            mistakes.add("The %s is (%s) but must be an object with named fields.", name, Mistakes.shown(node));
        }
    }

    /** The whole file. */
    static Item file(JsonNode root, String name, Mistakes mistakes) {
        return new Item(root, "file (" + name + ")", mistakes);
    }

    /** The items of a list, each called by its id, or by its place when it has none. */
    List<Item> items(String field, String kind) {
        List<Item> items = new ArrayList<>();
        JsonNode list = list(field, "a list of objects");
        for (JsonNode item : list) {
            JsonNode id = item.path("id");
            String called = id.isIntegralNumber()
                    ? "%s (%s)".formatted(kind, Mistakes.shown(id))
                    : "%s number %d of the %s".formatted(kind, items.size() + 1, name);
            items.add(new Item(item, called, mistakes));
        }
        return items;
    }

    /** What messages call it. */
    String name() {
        return name;
    }

    /** A whole number within bounds. */
    int whole(String field, int least, int most) {
        return whole(required(field), field, least, most);
    }

    /** A list of whole numbers within bounds. */
    int[] wholes(String field, int least, int most) {
        JsonNode list = list(field, "a list of whole numbers");
        int[] numbers = new int[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = whole(list.get(i), field + "[" + i + "]", least, most);
        }
        return numbers;
    }

    /** Thousandths of a share above 0 and at most 1, truncated as the published model does it. */
    int perMille(String field) {
        JsonNode value = required(field);
        double share = value.isNumber() ? value.doubleValue() : 0;
        int perMille = share > 0 && share <= 1 ? (int) (1000 * share) : 0;
        if (perMille == 0) {
            wrong(field, value, "a number from 0.001 to 1");
            return 1000;
        }
        return perMille;
    }

    private int whole(JsonNode value, String field, int least, int most) {
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            int number = value.intValue();
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(field, value, "a whole number from %d to %d".formatted(least, most));
        return least;
    }

    private JsonNode list(String field, String rule) {
        JsonNode value = required(field);
        if (!value.isArray()) {
            wrong(field, value, rule);
            return MissingNode.getInstance();
        }
        return value;
    }

    private JsonNode required(String field) {
        return node.path(field);
    }

    private void wrong(String field, JsonNode value, String rule) {
        if (!node.isObject()) {
            return; // told already
        }
        if (value.isMissingNode()) {
            mistakes.add("The %s has no %s. Give it %s.", name, field, rule);
        } else {
            mistakes.add("The %s (%s) of %s must be %s.", field, Mistakes.shown(value), name, rule);
        }
    }
}

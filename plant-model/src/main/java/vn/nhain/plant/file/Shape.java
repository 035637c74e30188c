package vn.nhain.plant.file;

import java.util.List;
import java.util.Optional;

/**
 * The keys of a group.
 *
 * @param name of what it describes, such as {@code machine}
 * @param keys in the order in which people write them
 */
record Shape(String name, List<Key> keys) {
    Shape {
        keys = List.copyOf(keys);
    }

    static Shape of(String name, Key... keys) {
        return new Shape(name, List.of(keys));
    }

    Optional<Key> findKey(String name) {
        return keys.stream().filter(k -> k.name().equals(name)).findFirst();
    }
}

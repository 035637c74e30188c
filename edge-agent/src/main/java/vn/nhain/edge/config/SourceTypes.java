package vn.nhain.edge.config;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import vn.nhain.edge.source.SourceType;

/** Every protocol on the class path, in the order of its key. */
final class SourceTypes {
    private SourceTypes() {}

    static List<SourceType> all() {
        return ServiceLoader.load(SourceType.class, SourceType.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(SourceType::key))
                .toList();
    }
}

package vn.nhain.dashboard.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The page's files as they lie in the source tree. */
final class PageFiles {
    static final Path ROOT = Path.of("src/main/resources/public");

    private PageFiles() {}

    /** Files below {@code folder} whose name ends so, sorted. */
    static List<Path> below(String folder, String ending) throws IOException {
        try (Stream<Path> paths = Files.walk(ROOT.resolve(folder))) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}

package vn.nhain.dashboard.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The first screen stays light, and its modules stay small enough to be read. */
class PageSizeTest {
    private static final int FIRST_SCREEN_BYTES = 60_000;
    private static final int LONGEST_MODULE = 400;
    /** {@code import ... from './x.js'}, not {@code import('./x.js')}, which is fetched later. */
    private static final Pattern STATIC_IMPORT =
            Pattern.compile("(?m)^(?:import|export)\\s(?:[^'\"();]*\\sfrom\\s)?['\"](\\.[^'\"]+)['\"]");

    @Test
    void scriptOfTheFirstScreenFitsItsBudget() throws IOException {
        Set<Path> modules = reachableFrom(PageFiles.ROOT.resolve("app/main.js"));
        // the board is the first screen; the shell imports it when it knows the address
        modules.addAll(reachableFrom(PageFiles.ROOT.resolve("app/view/board.js")));
        modules.add(PageFiles.ROOT.resolve("boot.js"));
        int bytes = 0;
        for (Path module : modules) {
            bytes += gzipped(Files.readAllBytes(module));
        }
        int total = bytes;
        assertTrue(
                total <= FIRST_SCREEN_BYTES, () -> "the first screen needs " + total + " bytes of script: " + modules);
        assertTrue(modules.size() > 10, () -> "the walk over the imports found only " + modules);
    }

    @Test
    void noModuleIsLongerThanFourHundredLines() throws IOException {
        List<String> tooLong = PageFiles.below("app", ".js").stream()
                .filter(path -> lines(path) > LONGEST_MODULE)
                .map(Path::toString)
                .toList();
        assertEquals(List.of(), tooLong);
    }

    private static Set<Path> reachableFrom(Path start) throws IOException {
        Set<Path> seen = new LinkedHashSet<>();
        Deque<Path> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Path module = open.pop();
            if (!seen.add(module)) {
                continue;
            }
            Matcher imports = STATIC_IMPORT.matcher(Files.readString(module));
            while (imports.find()) {
                open.push(module.resolveSibling(imports.group(1)).normalize());
            }
        }
        return seen;
    }

    private static int gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }

    private static int lines(Path path) {
        try {
            return Files.readAllLines(path).size();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

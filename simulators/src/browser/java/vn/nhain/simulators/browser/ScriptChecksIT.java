package vn.nhain.simulators.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's modules: their types and their own tests, with the Node that comes with Playwright. */
class ScriptChecksIT {
    private static final Path TESTS =
            Path.of("..", "dashboard-api", "src", "test", "js").toAbsolutePath().normalize();
    private static final String TYPESCRIPT = "META-INF/resources/webjars/typescript/";

    @TempDir
    Path folder;

    @Test
    void theTypesOfThePageHold() throws Exception {
        assertEquals("", run(List.of(compiler().toString(), "-p", TESTS.toString(), "--pretty", "false")));
    }

    /** So that a check which no longer looks at anything is noticed. */
    @Test
    void aWrongTypeIsFound() throws Exception {
        Path wrong = folder.resolve("wrong.js");
        Files.writeString(wrong, "/** @type {number} */\nconst n = 'text';\nexport default n;\n");
        String answer = run(
                List.of(compiler().toString(), "--allowJs", "--checkJs", "--noEmit", "--strict", "--ignoreConfig", wrong.toString()));
        assertTrue(answer.contains("TS2322"), answer);
    }

    @Test
    void theModelsTestsPass() throws Exception {
        try (Stream<Path> files = Files.list(TESTS)) {
            List<String> arguments = new ArrayList<>(List.of("--test", "--test-reporter=tap"));
            files.map(Path::toString).filter(name -> name.endsWith(".test.js")).sorted().forEach(arguments::add);
            String answer = run(arguments);
            assertTrue(answer.contains("# fail 0") && !answer.contains("# pass 0"), answer);
        }
    }

    private static Path node() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
        return Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .driverDir()
                .resolve(windows ? "node.exe" : "node");
    }

    private String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(node().toString()));
        command.addAll(arguments);
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(TESTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("no answer in 3 minutes: " + command);
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** The compiler reads its library files beside itself, so it is taken out of its jar. */
    private Path compiler() throws IOException, URISyntaxException {
        URL some = Thread.currentThread().getContextClassLoader().getResource(TYPESCRIPT);
        assertNotNull(some, "the typescript jar is not on the class path");
        Path target = folder.resolve("typescript");
        try (FileSystem jar = FileSystems.newFileSystem(some.toURI(), Map.of());
                Stream<Path> files = Files.walk(jar.getPath("/", TYPESCRIPT))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.equals("tsc.js") || name.equals("_tsc.js") || name.endsWith(".d.ts")) {
                    Files.createDirectories(target);
                    Files.copy(file, target.resolve(name));
                }
            }
        }
        Files.writeString(target.resolve("package.json"), "{\"type\":\"commonjs\",\"version\":\"0\"}");
        return target.resolve("tsc.js");
    }
}

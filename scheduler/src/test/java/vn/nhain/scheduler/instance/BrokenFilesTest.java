package vn.nhain.scheduler.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.scheduler.check.PlanChecker;
import vn.nhain.scheduler.instance.generate.OpsGenerator;
import vn.nhain.scheduler.instance.generate.OpsShape;
import vn.nhain.scheduler.instance.nhain.ProblemFile;
import vn.nhain.scheduler.instance.nhain.ProblemFileException;

/**
 * Thousands of broken files: a reader either reads or refuses in its own words, shortly and soon. And the checker's own
 * reader, which shares no code with it, accepts whatever the solver's accepts.
 */
class BrokenFilesTest {
    private static final int FILES = 500;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MOST_WORDS = 30_000;

    @TempDir
    Path folder;

    private int accepted;
    private int refused;

    private interface Reader {
        void read(Path file) throws IOException, InstanceException, ProblemFileException;
    }

    @Test
    void brokenPrintShopFilesAreReadOrRefused() throws Exception {
        String good = OpsGenerator.generate(OpsShape.of(9).withFixed(1), 3);
        fuzz("ops", good, true, file -> assertNotNull(Instance.read(file, "ops")));
    }

    @Test
    void brokenJobShopFilesAreReadOrRefused() throws Exception {
        fuzz("fjs", jobShop(), false, file -> assertNotNull(Instance.read(file, "fjs")));
    }

    @Test
    void brokenProblemsOfAPlantAreReadOrRefused() throws Exception {
        fuzz("nhain", PlantProblemText.JSON, true, file -> assertNotNull(ProblemFile.read(file)));
    }

    /** Broken plans of a good problem: the checker finds fault with them, or none, but never fails. */
    @Test
    void brokenPlansAreJudged() throws Exception {
        Path problem = Files.writeString(folder.resolve("good.json"), OpsGenerator.generate(OpsShape.of(9), 3));
        String plan =
                "{\"makespan\":70,\"operations\":[{\"job\":1,\"operation\":1,\"resource\":1,\"setupStart\":0,\"start\":17,"
                        + "\"end\":60},{\"job\":1,\"operation\":2,\"resource\":2,\"setupStart\":0,\"start\":17,\"end\":70}]}";
        Path file = folder.resolve("plan.json");
        for (int seed = 0; seed < FILES / 3; seed++) {
            Files.write(file, new Mutator(seed).broken(plan, true));
            try {
                assertTrue(!PlanChecker.check(problem, "ops", file).feasible(), "seed " + seed);
                accepted++;
            } catch (IOException e) {
                requireWords(e, seed);
            }
        }
        assertTrue(accepted > 100, "too few could be judged: " + accepted);
    }

    private void fuzz(String format, String good, boolean json, Reader reader) throws Exception {
        Path file = folder.resolve("broken." + (json ? "json" : "txt"));
        Files.writeString(file, good);
        reader.read(file);
        assertTimeoutPreemptively(SOON, () -> {
            for (int seed = 0; seed < FILES; seed++) {
                Files.write(file, new Mutator(seed).broken(good, json));
                one(format, file, seed, reader);
            }
        });
        assertEquals(FILES, accepted + refused);
        assertTrue(accepted > FILES / 60 && refused > FILES / 4, accepted + " read, " + refused + " refused");
    }

    private void one(String format, Path file, int seed, Reader reader) throws IOException {
        try {
            reader.read(file);
            accepted++;
        } catch (InstanceException | ProblemFileException | IOException e) {
            refused++;
            requireWords(e, seed);
            return;
        } catch (RuntimeException | StackOverflowError e) {
            fail("format %s, seed %d: %s".formatted(format, seed, Files.readString(file)), e);
        }
        requireCheckerReads(format, file, seed);
    }

    private void requireCheckerReads(String format, Path file, int seed) throws IOException {
        Path plan = Files.writeString(folder.resolve("empty.json"), "{\"operations\":[]}");
        try {
            assertNotNull(PlanChecker.check(file, format, plan));
        } catch (IOException | RuntimeException e) {
            fail("the solver reads what the checker does not, seed %d: %s".formatted(seed, Files.readString(file)), e);
        }
    }

    private static void requireWords(Exception e, int seed) {
        String words = String.valueOf(e.getMessage());
        assertTrue(words.length() > 10 && words.length() < MOST_WORDS, () -> "seed " + seed + ": " + words);
        assertTrue(!words.contains("Exception") && !words.contains("vn.nhain"), () -> "seed " + seed + ": " + words);
    }

    private static String jobShop() {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder("6 4\n");
        for (int j = 0; j < 6; j++) {
            text.append(3);
            for (int o = 0; o < 3; o++) {
                int machine = random.nextInt(3);
                text.append(" 2 ").append(machine).append(' ').append(1 + random.nextInt(20));
                text.append(' ').append(machine + 1).append(' ').append(1 + random.nextInt(20));
            }
            text.append('\n');
        }
        return text.toString();
    }
}

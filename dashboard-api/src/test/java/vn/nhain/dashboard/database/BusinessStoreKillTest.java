package vn.nhain.dashboard.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.dashboard.config.DatabaseConfig;
import vn.nhain.dashboard.plan.Execution;
import vn.nhain.dashboard.plan.JobKey;
import vn.nhain.dashboard.plan.PlanVersion;
import vn.nhain.dashboard.plan.store.JdbiExecutionRepository;
import vn.nhain.dashboard.plan.store.JdbiPlanRepository;

/** SIGKILL of the process of the H2 file at random instants: what it acknowledged is there afterwards. */
class BusinessStoreKillTest {
    private static final int KILLS = Integer.getInteger("nhain.kills", 2);
    private static final int MOST_LINES_BEFORE_KILL = 300;
    private static final int SIGKILL = 137;

    @TempDir
    Path folder;

    private int lastCommand;
    private int lastPlan;

    @Test
    void everyCommandAndEveryReleasedPlanThatWasAcknowledgedIsThereAfterEachKill() throws Exception {
        long seed = 11;
        Random random = new Random(seed);
        for (int kill = 1; kill <= KILLS; kill++) {
            writeUntilKilled(1 + random.nextInt(MOST_LINES_BEFORE_KILL));
            check("seed %d, kill %d".formatted(seed, kill));
        }
        assertTrue(lastPlan > 0, "plans were released");
    }

    private void writeUntilKilled(int lines) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusinessStoreWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(lastCommand + 1))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int read = 0;
        try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
            // what was printed before the kill was acknowledged, even if it is read after it
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("command ")) {
                    lastCommand = number(line);
                    read++;
                } else if (line.startsWith("plan ")) {
                    lastPlan = number(line);
                }
                if (read == lines) {
                    // not the Process itself: that would close its output as well
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertTrue(writer.waitFor(20, TimeUnit.SECONDS));
        assertEquals(SIGKILL, writer.exitValue(), "killed by SIGKILL");
        assertNotEquals(0, read);
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(line.indexOf(' ') + 1));
    }

    private void check(String when) {
        try (Database database = Database.open(DatabaseConfig.file(folder))) {
            Map<JobKey, Execution> byKey = new HashMap<>();
            new JdbiExecutionRepository(database.jdbi())
                    .listExecutions()
                    .forEach(execution -> byKey.put(execution.key(), execution));
            for (int number = 1; number <= lastCommand; number++) {
                Execution sent = BusinessStoreWriter.command(number);
                assertEquals(sent, byKey.get(sent.key()), when);
            }
            JdbiPlanRepository plans = new JdbiPlanRepository(database.jdbi());
            for (int version = 1; version <= lastPlan; version++) {
                PlanVersion plan = plans.findVersion(version).orElseThrow();
                assertNotEquals(PlanVersion.Status.DRAFT, plan.status(), when);
                assertEquals(BusinessStoreWriter.schedule(), plan.schedule(), when);
            }
            int inForce = plans.findReleased().map(PlanVersion::version).orElse(0);
            assertTrue(inForce >= lastPlan, () -> "%s: plan %d is in force, %d was released"
                    .formatted(when, inForce, lastPlan));
            // the last one that was under way may have made it without a word
            lastCommand = Math.max(lastCommand, byKey.size());
        }
    }
}

package vn.nhain.edge.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import vn.nhain.edge.faults.CountingStore.Mood;

/** The list. Each fault prints one line, and the end how many passed and failed. */
class FaultListIT {
    private static final List<Fault> FAULTS = List.of(
            new AgentKilled(),
            new StoreFails("store-hangs", new Mood.Hanging()),
            new StoreFails("store-answers-400", Mood.Answering.status(400)),
            new StoreFails("store-answers-401", Mood.Answering.status(401)),
            new StoreFails("store-answers-413", new Mood.Narrow(7)),
            new StoreFails("store-answers-429", Mood.Answering.status(429)),
            new StoreFails("store-answers-500", Mood.Answering.status(500)),
            new StoreFails("store-answers-200", new Mood.Answering("HTTP/1.1 200 OK", "<html>Please log in</html>")),
            new StoreFails("store-answers-garbage", new Mood.Answering("\u0007\u0000 what?", "")),
            new StoreFails("store-cuts-answers", new Mood.Cutting()),
            new StoreKilled("store-killed", 2, InfluxProcess::start),
            new StoreKilled("store-killed-questdb", 1, QuestDbProcess::start),
            new StoreOutage(),
            new DiskFull(),
            new SpoolDamaged("spool-damaged-middle", 0.4, 0.45),
            new SpoolDamaged("spool-damaged-end", 0.95, 1),
            new BrokerSlow(),
            new LineCut(),
            new BrokerKilled(),
            new NetworkCut(),
            PressFault.serverKilled(),
            PressFault.namespacesRenumbered(),
            PressFault.certificateChanged(),
            PressFault.nodeRemoved(),
            PressFault.timeJumps(),
            new MalformedMessages(),
            new ClockBack(),
            new DevicesBorn());

    @TempDir
    static Path folder;

    private static Plant plant;
    private static int passed;
    private static int failed;

    @BeforeAll
    static void start() throws Exception {
        plant = new Plant(folder);
    }

    @AfterAll
    static void end() throws Exception {
        say("%d passed, %d failed".formatted(passed, failed));
        if (plant != null) {
            plant.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> eachFaultLosesNothingAndCountsToTheUnit() {
        String only = System.getProperty("nhain.fault", "");
        return FAULTS.stream()
                .filter(fault -> only.isEmpty() || fault.name().matches(only))
                .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> run(fault)));
    }

    private static void run(Fault fault) throws Exception {
        Tally tally;
        try {
            plant.begin();
            tally = fault.run(plant, Scale.asked());
        } catch (TestAbortedException e) {
            say("FAULT %s skipped: %s".formatted(fault.name(), e.getMessage()));
            throw e;
        } catch (Exception | AssertionError e) {
            failed++;
            say("FAULT %s FAILED: %s".formatted(fault.name(), e.getMessage()));
            throw e;
        }
        String line = tally.line(fault.name());
        say(line);
        if (!tally.figures().isEmpty()) {
            say("      %s: %s".formatted(fault.name(), tally.figures()));
        }
        if (tally.isGood()) {
            passed++;
        } else {
            failed++;
        }
        assertTrue(tally.isGood(), line);
    }

    @SuppressWarnings("SystemOut") // the lines are what the command is for
    private static void say(String line) {
        System.out.println(line);
    }
}

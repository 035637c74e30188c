package vn.nhain.edge.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge.source.opcua.connect.TrustList;

/**
 * A bad day of an OPC UA press, again and again.
 *
 * @param secured whether press and agent trust each other by certificates
 * @param happening what happens each time, between numbers that are given in peace
 */
record PressFault(String name, boolean secured, int shortRounds, int fullRounds, Happening happening) implements Fault {
    private static final int GIVEN = 5;
    private static final String REMOVED = "wear.t2";

    private static final Pattern NOT_TRUSTED = Pattern.compile("is not trusted.*accept ([0-9a-f]{40})", Pattern.DOTALL);

    /** What happens. */
    interface Happening {
        void to(PressPlant plant, int round) throws Exception;
    }

    /** SIGKILL in the middle of what it says. */
    static PressFault serverKilled() {
        return new PressFault("opcua-server-killed", false, 2, 20, (plant, round) -> {
            plant.hurry(50);
            plant.kill();
            plant.launch(0);
        });
    }

    /** It comes back from an update with its namespaces in another order. */
    static PressFault namespacesRenumbered() {
        return new PressFault("opcua-namespaces-renumbered", false, 1, 10, (plant, round) -> {
            plant.shutDown();
            plant.launch(1 + round % 3);
        });
    }

    /** It comes back with another certificate and is turned away until a person trusts it. */
    static PressFault certificateChanged() {
        return new PressFault("opcua-certificate-changed", true, 1, 5, (plant, round) -> {
            plant.shutDown();
            plant.launch(0);
            trust(plant);
        });
    }

    /** A node goes and comes back; the others go on. */
    static PressFault nodeRemoved() {
        return new PressFault("opcua-node-removed", false, 1, 20, (plant, round) -> {
            List<String> others = new ArrayList<>(PressServer.METRICS);
            others.remove(REMOVED);
            plant.remove(REMOVED);
            plant.give(GIVEN, others);
        });
    }

    /** Its clock goes an hour back and forth again, every ten numbers. */
    static PressFault timeJumps() {
        return new PressFault("opcua-time-jumps", false, 1, 10, (plant, round) -> plant.give(20));
    }

    private static void trust(PressPlant plant) throws Exception {
        AtomicReference<String> thumbprint = new AtomicReference<>("");
        Eventually.holds("it is turned away", Plant.PATIENCE, () -> {
            Matcher reason = NOT_TRUSTED.matcher(plant.reason());
            if (!reason.find()) {
                return false;
            }
            thumbprint.set(reason.group(1));
            return true;
        });
        try (TrustList list = TrustList.open(plant.keys)) {
            list.accept(thumbprint.get());
        }
    }

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        if (!secured) {
            return run(plant.presses(), scale);
        }
        try (PressPlant presses = new PressPlant(plant.folder.resolve(name), true)) {
            trust(presses);
            return run(presses, scale);
        }
    }

    private Tally run(PressPlant presses, Scale scale) throws Exception {
        presses.begin();
        presses.give(GIVEN);
        for (int round = 0; round < scale.of(shortRounds, fullRounds); round++) {
            happening.to(presses, round);
            presses.give(GIVEN);
        }
        return presses.settle();
    }
}

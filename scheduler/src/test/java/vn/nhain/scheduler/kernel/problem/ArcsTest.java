package vn.nhain.scheduler.kernel.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArcsTest {
    private final Arcs incoming = Arcs.incoming(
            new int[][] {{}, {0}, {1, 0}}, new int[][] {{}, {7}, {0, 3}}, new boolean[][] {{}, {false}, {true, false}});

    @Test
    void incomingArcsAreThosePut() {
        assertEquals(List.of("1<0 lag 7", "2<1 lag 0 handover", "2<0 lag 3"), list(incoming, "<"));
    }

    @Test
    void outgoingArcsAreTheSameFromTheOtherEnd() {
        assertEquals(List.of("0>1 lag 7", "0>2 lag 3", "1>2 lag 0 handover"), list(incoming.reversed(), ">"));
    }

    private static List<String> list(Arcs arcs, String to) {
        List<String> list = new ArrayList<>();
        for (int o = 0; o < 3; o++) {
            for (int i = arcs.begin(o); i < arcs.begin(o + 1); i++) {
                list.add(o + to + arcs.operation(i) + " lag " + arcs.lag(i) + (arcs.isHandover(i) ? " handover" : ""));
            }
        }
        return list;
    }
}

package vn.nhain.edge.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RepeatsTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("repeats");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Repeats repeats = new Repeats(logger);

    @BeforeEach
    void listen() {
        lines.start();
        logger.setAdditive(false);
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    private List<String> said() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void eachSubjectIsSaidOnceAndAtEveryTenfold() {
        for (int i = 0; i < 1_234; i++) {
            repeats.warn("tag", "is wrong");
        }
        repeats.warn("other", "is wrong");
        assertEquals(
                List.of(
                        "tag is wrong (1 so far)",
                        "tag is wrong (10 so far)",
                        "tag is wrong (100 so far)",
                        "tag is wrong (1000 so far)",
                        "other is wrong (1 so far)"),
                said());
    }

    @Test
    void subjectsWithoutEndAreBounded() {
        for (int i = 0; i < 5_000; i++) {
            repeats.refused("tag" + i, "x");
        }
        // a thousand by name, the other four thousand together
        assertEquals(1_000 + 4, said().size());
    }

    @Test
    void whatCameOverAWireNeitherForgesLinesNorFillsThem() {
        repeats.refused("a\nFORGED\u001b[2J", "x".repeat(10_000));
        String line = said().get(0);
        assertFalse(line.contains("\n") || line.contains("\u001b"), line);
        assertTrue(line.length() < 300, line);
    }
}

package vn.nhain.edge.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EdgeSchemaTest {
    private static final Path PUBLISHED = Path.of("../docs/reference/edge.schema.json");

    /** Rewrites the file with {@code -Dnhain.rewriteGolden=true}; otherwise it has to be what the reader asks for. */
    @Test
    void thePublishedSchemaIsWhatTheReaderReads() throws IOException {
        if (Boolean.getBoolean("nhain.rewriteGolden")) {
            Files.writeString(PUBLISHED, EdgeConfigReader.schema());
        }
        assertEquals(Files.readString(PUBLISHED), EdgeConfigReader.schema());
    }
}

package vn.nhain.plant.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published schema is written from the shape by which the reader judges, so that both always know the same keys. */
class PlantFileSchemaTest {
    private static final Path PUBLISHED = Path.of("../docs/reference/plant-file.schema.json");

    /** {@code -Dnhain.rewriteGolden=true} writes it anew. */
    @Test
    void thePublishedSchemaIsWhatTheReaderEnforces() throws IOException {
        String schema = SchemaWriter.write(PlantShape.plant(), "NhaIn plant file");
        if (Boolean.getBoolean("nhain.rewriteGolden")) {
            Files.writeString(PUBLISHED, schema);
        }
        assertEquals(Files.readString(PUBLISHED), schema);
    }
}

package vn.nhain.plant.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What people copy from the document must work. */
class PlantFileDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/reference/plant-file.md");
    private static final String BEGIN = "```yaml\n";

    @Test
    void theExampleOfTheDocumentIsAPlant() throws Exception {
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(BEGIN) + BEGIN.length();
        String example = document.substring(from, document.indexOf("```", from));
        byte[] yaml = example.getBytes(StandardCharsets.UTF_8);
        assertEquals(
                2,
                PlantFile.read(new ByteArrayInputStream(yaml), "example")
                        .machines()
                        .size());
    }
}

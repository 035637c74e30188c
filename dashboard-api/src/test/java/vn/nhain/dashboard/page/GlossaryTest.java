package vn.nhain.dashboard.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The trade's words on the screen are those of the glossary. */
class GlossaryTest {
    private static final Pattern TERM =
            Pattern.compile("(?m)^  (\\w+): \\['((?:[^'\\\\]|\\\\.)*)', '((?:[^'\\\\]|\\\\.)*)'\\],$");

    /** The page may use one of several words that the glossary offers, never another one. */
    @Test
    void everyTermOnTheScreenIsInTheGlossary() throws IOException {
        Map<String, List<String>> glossary = glossary();
        List<String> wrong = new ArrayList<>();
        int terms = 0;
        Matcher term = TERM.matcher(Files.readString(PageFiles.ROOT.resolve("app/i18n/terms.js")));
        while (term.find()) {
            terms++;
            List<String> words = glossary.getOrDefault(term.group(1), List.of("", ""));
            if (!offers(words.get(1), term.group(2)) || !offers(words.get(0), term.group(3))) {
                wrong.add(term.group());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(terms > 40, "only " + terms + " terms were read from terms.js");
    }

    private static boolean offers(String entry, String word) {
        return List.of(entry.replaceAll("\\s*\\(.*?\\)", "").split("\\s*/\\s*")).stream()
                .anyMatch(offered -> offered.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, List<String>> glossary() throws IOException {
        Map<String, List<String>> words = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/reference/glossary.csv"))) {
            String[] cells = line.split(",", 4);
            words.put(cells[0], List.of(cells[1], cells[2]));
        }
        return words;
    }
}

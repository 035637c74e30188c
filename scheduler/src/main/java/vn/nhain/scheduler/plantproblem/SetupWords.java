package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in Vietnamese what {@link ChangeOver#reason} names. */
final class SetupWords {
    private static final Map<String, String> VIETNAMESE = Map.of(
            "ink", "mực",
            "format", "khổ",
            "paper", "giấy",
            "coating", "lớp phủ",
            "tool", "khuôn");

    private SetupWords() {}

    static String vi(String reason) {
        List<String> parts = new ArrayList<>();
        for (String part : reason.split(", ", -1)) {
            int space = part.indexOf(' ');
            String word = space < 0 ? part : part.substring(0, space);
            String rest = space < 0 ? "" : part.substring(space);
            parts.add(word.equals("plates") ? rest.strip() + " bản kẽm" : VIETNAMESE.getOrDefault(word, word) + rest);
        }
        return String.join(", ", parts);
    }
}

package vn.nhain.edge.source.opcua.discover;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A glob over paths of browse names, such as {@code Press*}{@code /Speed*}. Segment by segment, upper and lower case alike;
 * {@code *} any text in a segment, {@code ?} one character, {@code **} any number of segments. It may match the end of a
 * path; with a leading {@code /} it has to match from the Objects folder on.
 */
final class PathPattern {
    private final Pattern pattern;

    PathPattern(String glob) {
        boolean rooted = glob.startsWith("/");
        String body = rooted ? glob.substring(1) : glob;
        StringBuilder regex = new StringBuilder(rooted ? "" : "(?:.*/)?");
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (body.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (body.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    boolean matches(List<String> path) {
        return pattern.matcher(String.join("/", path)).matches();
    }
}

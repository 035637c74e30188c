package vn.nhain.edge.source;

import java.util.List;
import vn.nhain.edge.keys.Section;

/**
 * A protocol: the section of the configuration that it reads, and the connections that follow. Found by {@link
 * java.util.ServiceLoader}, so that a protocol is one package (or one jar) and a line in {@code
 * META-INF/services/vn.nhain.edge.source.SourceType}; nothing else changes. Has no state.
 */
public interface SourceType {
    /** Key of its section, such as {@code opcua}. */
    String key();

    /** What the section is for, in a few words. */
    String meaning();

    /**
     * Reads the section, which is empty when the document has none, up to {@link Section#finish}.
     *
     * @return one plan a connection, none when no machine is named
     */
    List<SourcePlan> read(Section section, Owner owner);
}

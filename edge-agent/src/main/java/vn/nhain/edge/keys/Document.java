package vn.nhain.edge.keys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A configuration document while it is read: its root section, and at the end all its mistakes. */
public final class Document {
    private final Findings findings;
    private final Section root;

    private Document(Findings findings, Map<?, ?> values) {
        this.findings = findings;
        this.root = new Section("", values, findings);
    }

    /**
     * A document to be read.
     *
     * @param environment variables that go before the document
     */
    public static Document of(Map<?, ?> values, Map<String, String> environment) {
        return new Document(new Findings(environment, false), values);
    }

    /** An empty document, read to learn which keys there are: every map of named sections gives one of any name. */
    public static Document recording() {
        return new Document(new Findings(Map.of(), true), Map.of());
    }

    /** The map at the top. Whoever reads it ends with {@link Section#finish}. */
    public Section root() {
        return root;
    }

    /** What is wrong, one line each: key, value, remedy. Asked last. */
    public List<String> mistakes() {
        findings.checkVariables();
        return findings.lines();
    }

    /** The keys that were asked for as a JSON Schema (draft 2020-12). Asked last, of a recording. */
    public Map<String, Object> schema(String title) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.putAll(root.shape().schema());
        schema.put("type", "object");
        return schema;
    }
}

/**
 * JSON and YAML as plain maps and records. The only package that imports Jackson. Start reading at {@link
 * vn.nhain.edge.json.Json}.
 */
@NullMarked
package vn.nhain.edge.json;

import org.jspecify.annotations.NullMarked;

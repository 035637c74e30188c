/**
 * JSON and YAML. The only package that imports Jackson. Start reading at {@link vn.nhain.dashboard.json.Json}.
 */
@NullMarked
package vn.nhain.dashboard.json;

import org.jspecify.annotations.NullMarked;

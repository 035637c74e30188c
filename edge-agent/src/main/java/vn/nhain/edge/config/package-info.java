/**
 * The agent's YAML file: one record per concern, every mistake reported at once. Start reading at {@link
 * vn.nhain.edge.config.EdgeConfig}. Imports the plant model, {@link
 * vn.nhain.edge.keys} and the settings of each part; protocols read their own sections, see {@link
 * vn.nhain.edge.source.SourceType}.
 */
@NullMarked
package vn.nhain.edge.config;

import org.jspecify.annotations.NullMarked;

/**
 * The agent's YAML file: one record per concern, every mistake reported at once. Start reading at {@link
 * vn.nhain.edge.config.EdgeConfig}. Imports the plant model and {@link vn.nhain.edge.json}.
 */
@NullMarked
package vn.nhain.edge.config;

import org.jspecify.annotations.NullMarked;

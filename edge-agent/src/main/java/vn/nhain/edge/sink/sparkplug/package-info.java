/**
 * Live state and commands as a Sparkplug B 3.0 edge node. The only package that imports Tahu. Start reading at
 * {@link vn.nhain.edge.sink.sparkplug.SparkplugNode}.
 */
@NullMarked
package vn.nhain.edge.sink.sparkplug;

import org.jspecify.annotations.NullMarked;

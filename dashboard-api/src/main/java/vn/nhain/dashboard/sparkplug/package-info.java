/**
 * Sparkplug B 3.0 host application: live state comes in, job starts go out. The only package that imports Paho and Tahu. Start
 * reading at {@link vn.nhain.dashboard.sparkplug.SparkplugHost}.
 */
@NullMarked
package vn.nhain.dashboard.sparkplug;

import org.jspecify.annotations.NullMarked;

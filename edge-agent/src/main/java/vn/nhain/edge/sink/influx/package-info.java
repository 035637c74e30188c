/**
 * InfluxDB line protocol to InfluxDB 1 to 3 or the embedded store. The only package that imports the InfluxDB
 * client and OkHttp. Start reading at {@link vn.nhain.edge.sink.influx.InfluxSink}.
 */
@NullMarked
package vn.nhain.edge.sink.influx;

import org.jspecify.annotations.NullMarked;

/**
 * The telemetry store in this process: QuestDB, which takes InfluxDB's line protocol. The only package that imports it. Start
 * reading at {@link vn.nhain.dashboard.telemetry.questdb.QuestDbServer}.
 */
@NullMarked
package vn.nhain.dashboard.telemetry.questdb;

import org.jspecify.annotations.NullMarked;

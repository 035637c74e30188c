/**
 * The whole product in one process, for demonstrations and for whole-product tests: simulated machines, broker, edge
 * agent, telemetry store, scheduler, dashboard. The only package of this module that sees the other modules. Start reading
 * at {@link vn.nhain.simulators.demo.Demo}.
 */
@NullMarked
package vn.nhain.simulators.demo;

import org.jspecify.annotations.NullMarked;

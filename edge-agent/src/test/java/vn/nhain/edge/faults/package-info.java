/**
 * The worst days of an agent, one class a fault, run by one command: {@code mvn verify -pl edge-agent -am -Pfaults}. The
 * usual test run has a short form of each. Start reading at {@link vn.nhain.edge.faults.FaultListIT}.
 */
@NullMarked
package vn.nhain.edge.faults;

import org.jspecify.annotations.NullMarked;

/**
 * Simulated presses as OPC UA servers, one each, in the node ids of {@code docs/reference/wire.md}. The only package that
 * imports Eclipse Milo. Start reading at {@link vn.nhain.simulators.opcua.PressServer}.
 */
@NullMarked
package vn.nhain.simulators.opcua;

import org.jspecify.annotations.NullMarked;

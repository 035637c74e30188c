/**
 * The verbs that are about OPC UA alone: {@code trust} and {@code discover}. Imports that protocol, which nothing else
 * outside {@code source} needs to know. Start reading at {@link vn.nhain.edge.configure.opcua.Trust}.
 */
@NullMarked
package vn.nhain.edge.configure.opcua;

import org.jspecify.annotations.NullMarked;

/**
 * The one command that goes down: start a job. Start reading at {@link vn.nhain.edge.command.CommandRouter}.
 */
@NullMarked
package vn.nhain.edge.command;

import org.jspecify.annotations.NullMarked;

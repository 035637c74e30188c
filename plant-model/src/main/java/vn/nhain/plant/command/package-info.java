/**
 * The one command that goes down to a machine: start a job.
 */
@NullMarked
package vn.nhain.plant.command;

import org.jspecify.annotations.NullMarked;

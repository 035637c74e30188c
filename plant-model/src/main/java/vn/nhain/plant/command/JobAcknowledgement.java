package vn.nhain.plant.command;

/**
 * A machine's answer to {@link JobStart}.
 *
 * @param commandId the command that is answered
 * @param accepted whether the machine runs, or has already run, this job
 * @param message why not, in a sentence; empty when accepted
 */
public record JobAcknowledgement(String commandId, boolean accepted, String message) {}

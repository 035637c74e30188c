package vn.nhain.scheduler.configure;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code nhain solve}, {@code nhain check}, {@code nhain race} and {@code nhain generate}. */
@Command(
        name = "nhain",
        description = "Schedules problem files, checks plans and races the solver.",
        mixinStandardHelpOptions = true,
        subcommands = {SolveCommand.class, CheckCommand.class, RaceCommand.class, GenerateCommand.class})
public final class Main {
    private Main() {}

    /** Runs and exits: 0 done, 1 failed, 2 wrong use. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        CommandLine line = commandLine();
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            line.getErr().println("nhain: " + Failures.tell(e));
            return 1;
        }
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((e, commandLine, parsed) -> {
            commandLine.getErr().println("nhain: " + Failures.tell(e));
            return e instanceof WrongUseException ? 2 : 1;
        });
        return line;
    }

    /** A call that cannot be meant. */
    static final class WrongUseException extends RuntimeException {
        WrongUseException(String message) {
            super(message);
        }
    }
}

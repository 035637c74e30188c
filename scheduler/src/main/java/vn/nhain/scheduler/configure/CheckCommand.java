package vn.nhain.scheduler.configure;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nhain.scheduler.check.PlanChecker;
import vn.nhain.scheduler.check.Verdict;
import vn.nhain.scheduler.configure.Main.WrongUseException;

@Command(
        name = "check",
        description = "Checks a plan against its problem: FEASIBLE and the objective, or every violated constraint.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The problem file.")
    private Path file = Path.of("");

    @Option(names = "--plan", required = true, paramLabel = "PLAN.json", description = "The plan file.")
    private Path plan = Path.of("");

    @Option(names = "--format", defaultValue = "nhain", description = "nhain, ops or fjs. Default: ${DEFAULT-VALUE}.")
    private String format = "";

    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("The command was not set up by the command line.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Verdict verdict;
        try {
            verdict = PlanChecker.check(file, format, plan);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(String.valueOf(e.getMessage()));
        }
        if (verdict.feasible()) {
            out.printf("FEASIBLE %.0f%n", verdict.objective());
            return 0;
        }
        verdict.violations().forEach(out::println);
        return 1;
    }
}

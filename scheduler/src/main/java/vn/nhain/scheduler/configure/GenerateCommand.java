package vn.nhain.scheduler.configure;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nhain.scheduler.configure.Main.WrongUseException;
import vn.nhain.scheduler.instance.generate.OpsGenerator;
import vn.nhain.scheduler.instance.generate.OpsShape;

@Command(
        name = "generate",
        description = "Writes a print-shop problem (format ops) of any size; the same seed gives the same problem.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The problem file to write.")
    private Path file = Path.of("");

    @Option(names = "--operations", required = true, description = "Number of operations, 1 to 1000000.")
    private int operations;

    @Option(
            names = "--machines",
            description = "Number of machines. Default: about the root of the operations, 4 to 40.")
    private @Nullable Integer machines;

    @Option(
            names = "--fixed",
            defaultValue = "0",
            description = "Operations with a fixed start, at most half of the machines. Default: ${DEFAULT-VALUE}.")
    private int fixed;

    @Option(names = "--seed", defaultValue = "1", description = "Seed. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("The command was not set up by the command line.");
        }
        OpsShape shape;
        try {
            shape = OpsShape.of(operations);
            shape = (machines == null ? shape : shape.withMachines(machines)).withFixed(fixed);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(String.valueOf(e.getMessage()));
        }
        OpsGenerator.write(shape, seed, file);
        spec.commandLine()
                .getOut()
                .printf("%s: %d operations on %d machines%n", file, shape.operations(), shape.machines());
        return 0;
    }
}

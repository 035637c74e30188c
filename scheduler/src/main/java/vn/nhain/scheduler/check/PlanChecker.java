package vn.nhain.scheduler.check;

import java.io.IOException;
import java.nio.file.Path;

/** Checks a plan file against its problem file. Stateless. */
public final class PlanChecker {
    private PlanChecker() {}

    /**
     * Checks a plan.
     *
     * @param file the problem file
     * @param format {@code ops}, {@code fjs} or {@code nhain}
     * @param plan the plan file
     * @throws IOException when a file cannot be read or is not of its format; the message names the file
     * @throws IllegalArgumentException when there is no such format
     */
    public static Verdict check(Path file, String format, Path plan) throws IOException {
        return switch (format) {
            case "ops" -> shop(OpsShopReader.read(file), plan);
            case "fjs" -> shop(FjsShopReader.read(StrictJson.text(file)), plan);
            case "nhain" -> new PlantRules(PlantCase.read(file), PlantPlan.read(plan)).check();
            default ->
                throw new IllegalArgumentException("The format (%s) must be one of ops, fjs, nhain.".formatted(format));
        };
    }

    private static Verdict shop(Shop shop, Path plan) throws IOException {
        return ShopPlanReader.read(plan).judgeBy(new ShopRules(shop));
    }
}

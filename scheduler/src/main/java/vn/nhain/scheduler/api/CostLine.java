package vn.nhain.scheduler.api;

import java.util.Locale;

/** What a plan costs, line by line, in the order of the screen. */
public enum CostLine {
    /** Lateness after the production due time, weighted by priority. */
    LATENESS,
    /** Lateness after the due time promised to the customer, beyond {@link #LATENESS}. */
    CUSTOMER_LATENESS,
    /** Paper of makeready. */
    MAKEREADY_PAPER,
    /** Paper of the run's waste. */
    RUNNING_WASTE,
    /** Machine hours of setups. */
    SETUP,
    /** Machine hours of runs. */
    RUN,
    /** Solvent of wash-ups. */
    WASH,
    /** New plates. */
    PLATES,
    /** Energy of setups and runs at the tariff of its hour. */
    ENERGY,
    /** Energy of machines that stand ready or sleep between two jobs, at the tariff of its hour. */
    IDLE_ENERGY,
    /** Emissions of energy, paper, plates and ink at the price set on them. */
    CO2E,
    /** Night premium of crews. */
    NIGHT_PAY,
    /** Overtime premium of crews. */
    OVERTIME_PAY,
    /** Paper expected to be lost where a job needs all that the quality state of its machine still allows. */
    QUALITY_RISK,
    /** Operations that are not where the plan in force has them. */
    NERVOUSNESS;

    private final String key;

    CostLine() {
        StringBuilder name = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        this.key = name.toString();
    }

    /** Its name in files and on the wire, such as {@code makereadyPaper}. */
    public String key() {
        return key;
    }
}

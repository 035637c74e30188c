package vn.nhain.plant;

import vn.nhain.plant.validation.Require;

/**
 * Prices and factors of the plant that are not a material's; none is below 0.
 *
 * @param plateVnd one plate, VND
 * @param inkVndPerKg process ink, VND/kg
 * @param inkKgPerM2 ink per colour at average coverage, kg/m²
 * @param washVndPerLitre wash solvent, VND/l
 * @param lateVndPerHour cost of an hour of lateness of an order of priority 1, VND
 * @param co2eVndPerKg price set on emissions, VND per kg CO2e
 * @param gridCo2eKgPerKwh grid factor, kg CO2e/kWh
 * @param plateCo2eKg one plate, kg CO2e
 * @param inkCo2eKgPerKg ink, kg CO2e/kg
 * @param nightPayShare premium of night hours on the crew's share of the rate, such as 0.30; at most 3
 * @param wageVndPerHour crew wage an hour and head, VND
 * @param customerLateVndPerHour what an hour after the customer's due time costs beyond {@code lateVndPerHour}, at priority
 *     1, VND
 * @param moveVnd cost of moving an operation that was to start at once away from where the plan in force has it, VND: the
 *     weight of stability
 * @param moveHours hours ahead from which on moving an operation costs nothing; in between the cost falls evenly
 * @param qualityRiskShare share of the paper of a print job that is expected to be lost when it needs all that the quality
 *     state of its machine still allows, such as 0.05
 */
public record Prices(
        double plateVnd,
        double inkVndPerKg,
        double inkKgPerM2,
        double washVndPerLitre,
        double lateVndPerHour,
        double co2eVndPerKg,
        double gridCo2eKgPerKwh,
        double plateCo2eKg,
        double inkCo2eKgPerKg,
        double nightPayShare,
        double wageVndPerHour,
        double customerLateVndPerHour,
        double moveVnd,
        double moveHours,
        double qualityRiskShare) {
    private static final String OWNER = "the plant's prices";

    public Prices {
        Require.atLeast(OWNER, "plateVnd", plateVnd, 0);
        Require.atLeast(OWNER, "inkVndPerKg", inkVndPerKg, 0);
        Require.atLeast(OWNER, "inkKgPerM2", inkKgPerM2, 0);
        Require.atLeast(OWNER, "washVndPerLitre", washVndPerLitre, 0);
        Require.atLeast(OWNER, "lateVndPerHour", lateVndPerHour, 0);
        Require.atLeast(OWNER, "co2eVndPerKg", co2eVndPerKg, 0);
        Require.atLeast(OWNER, "gridCo2eKgPerKwh", gridCo2eKgPerKwh, 0);
        Require.atLeast(OWNER, "plateCo2eKg", plateCo2eKg, 0);
        Require.atLeast(OWNER, "inkCo2eKgPerKg", inkCo2eKgPerKg, 0);
        Require.between(OWNER, "nightPayShare", nightPayShare, 0, 3);
        Require.atLeast(OWNER, "wageVndPerHour", wageVndPerHour, 0);
        Require.atLeast(OWNER, "customerLateVndPerHour", customerLateVndPerHour, 0);
        Require.atLeast(OWNER, "moveVnd", moveVnd, 0);
        Require.atLeast(OWNER, "moveHours", moveHours, 0);
        Require.between(OWNER, "qualityRiskShare", qualityRiskShare, 0, 1);
    }

    /** Prices of a plant that sets none on broken promises to customers, on moved operations and on quality risk. */
    public Prices(
            double plateVnd,
            double inkVndPerKg,
            double inkKgPerM2,
            double washVndPerLitre,
            double lateVndPerHour,
            double co2eVndPerKg,
            double gridCo2eKgPerKwh,
            double plateCo2eKg,
            double inkCo2eKgPerKg,
            double nightPayShare,
            double wageVndPerHour) {
        this(
                plateVnd,
                inkVndPerKg,
                inkKgPerM2,
                washVndPerLitre,
                lateVndPerHour,
                co2eVndPerKg,
                gridCo2eKgPerKwh,
                plateCo2eKg,
                inkCo2eKgPerKg,
                nightPayShare,
                wageVndPerHour,
                0,
                0,
                0,
                0);
    }

    /** The same with other prices on broken promises, moved operations and quality risk. */
    public Prices with(double customerLate, double move, double hours, double riskShare) {
        return new Prices(
                plateVnd,
                inkVndPerKg,
                inkKgPerM2,
                washVndPerLitre,
                lateVndPerHour,
                co2eVndPerKg,
                gridCo2eKgPerKwh,
                plateCo2eKg,
                inkCo2eKgPerKg,
                nightPayShare,
                wageVndPerHour,
                customerLate,
                move,
                hours,
                riskShare);
    }
}

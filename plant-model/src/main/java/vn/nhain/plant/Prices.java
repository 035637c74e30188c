package vn.nhain.plant;

/**
 * Prices and factors of the plant that are not a material's.
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
 * @param nightPayShare premium of night hours on the crew's share of the rate, such as 0.30
 * @param wageVndPerHour crew wage an hour and head, VND
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
        double wageVndPerHour) {}

package vn.nhain.plant.material;

import vn.nhain.plant.validation.Require;

/**
 * A paper or board that the plant buys.
 *
 * @param id unique, such as {@code IVORY-300-72x102}
 * @param name as the store calls it
 * @param family couché, ford, ivory, duplex...; substitutes come from the same family
 * @param gsm grammage, g/m²
 * @param sheet press sheet that it is cut to
 * @param priceVndPerKg price, VND/kg
 * @param co2eKgPerKg footprint, kg CO2e per kg
 */
public record Material(
        String id, String name, String family, int gsm, SheetSize sheet, double priceVndPerKg, double co2eKgPerKg) {
    public Material {
        Require.id("a material", "id", id);
        String owner = "material " + id;
        Require.text(owner, "name", name);
        Require.text(owner, "family", family);
        Require.atLeast(owner, "gsm", gsm, 1);
        Require.atLeast(owner, "priceVndPerKg", priceVndPerKg, 0);
        Require.atLeast(owner, "co2eKgPerKg", co2eKgPerKg, 0);
    }

    /** Mass of one sheet, kg. */
    public double sheet_kg() {
        return sheet.area_m2() * gsm / 1000;
    }

    /** Price of one sheet, VND. */
    public double sheetPriceVnd() {
        return sheet_kg() * priceVndPerKg;
    }
}

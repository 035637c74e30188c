package vn.nhain.plant.machine;

import vn.nhain.plant.validation.Require;

/**
 * What a change from one job to the next costs on a machine. Minutes unless said; every value at least 0. Finishing
 * machines use {@code base}, {@code format}, {@code caliper}, {@code newTool} and the sheet counts; the rest is 0 there.
 *
 * @param base every job change
 * @param perPlate per plate that is changed; none for the same form
 * @param blanketWash blanket wash at a plate change
 * @param lightToDark ink change in a unit to a darker ink
 * @param darkToLight ink change in a unit to a lighter ink
 * @param spotInk putting a spot ink into a unit or cleaning it out (half)
 * @param format sheet size differs
 * @param caliper paper family differs, or grammage by more than 50 g/m²
 * @param coatingPlate coating begins or changes
 * @param colourOk until the first OK sheet
 * @param newTool mounting another die or tool
 * @param makereadySheets waste sheets of a makeready
 * @param makereadySheetsPerPlate further waste sheets per changed plate
 * @param washLitresPerUnit solvent per washed unit, litres
 */
public record SetupModel(
        double base,
        double perPlate,
        double blanketWash,
        double lightToDark,
        double darkToLight,
        double spotInk,
        double format,
        double caliper,
        double coatingPlate,
        double colourOk,
        double newTool,
        int makereadySheets,
        int makereadySheetsPerPlate,
        double washLitresPerUnit) {
    private static final String OWNER = "a setup model";

    public SetupModel {
        Require.atLeast(OWNER, "base", base, 0);
        Require.atLeast(OWNER, "perPlate", perPlate, 0);
        Require.atLeast(OWNER, "blanketWash", blanketWash, 0);
        Require.atLeast(OWNER, "lightToDark", lightToDark, 0);
        Require.atLeast(OWNER, "darkToLight", darkToLight, 0);
        Require.atLeast(OWNER, "spotInk", spotInk, 0);
        Require.atLeast(OWNER, "format", format, 0);
        Require.atLeast(OWNER, "caliper", caliper, 0);
        Require.atLeast(OWNER, "coatingPlate", coatingPlate, 0);
        Require.atLeast(OWNER, "colourOk", colourOk, 0);
        Require.atLeast(OWNER, "newTool", newTool, 0);
        Require.atLeast(OWNER, "makereadySheets", makereadySheets, 0);
        Require.atLeast(OWNER, "makereadySheetsPerPlate", makereadySheetsPerPlate, 0);
        Require.atLeast(OWNER, "washLitresPerUnit", washLitresPerUnit, 0);
    }
}

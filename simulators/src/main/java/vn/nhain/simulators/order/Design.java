package vn.nhain.simulators.order;

import java.util.List;
import java.util.stream.Stream;
import vn.nhain.plant.Plant;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.quality.QualityProfile;

/**
 * What one order looks like. Everything of the design comes from its dice, so that a repeat, which has the dice of the order
 * that it repeats, looks the same and runs on the same plates.
 *
 * @param plant the plant
 * @param dice draws of this design
 * @param quantity finished pieces
 * @param toolKey prefix of plates and dies: id of the order for which they were made
 * @param specialPaper id of a material to print on instead of a usual one; empty for a usual one
 * @param wantedPapers ids of usual materials that the plant buys
 */
record Design(Plant plant, Dice dice, int quantity, String toolKey, String specialPaper, List<String> wantedPapers) {
    private static final List<String> PROCESS = List.of("K", "C", "M", "Y");
    private static final List<String> SPOTS = List.of("P185", "P286", "P347", "P871", "P877", "P021", "P072");

    Design {
        wantedPapers = List.copyOf(wantedPapers);
    }

    /** The same design on other paper: a usual one again, for covers. */
    Design onUsualPaper() {
        return new Design(plant, dice, quantity, toolKey, "", wantedPapers);
    }

    /** One of the plant's papers of a family, grammage range and sheet. */
    Material paper(String family, int leastGsm, int mostGsm, SheetSize sheet) {
        if (!specialPaper.isEmpty()) {
            return plant.findMaterial(specialPaper)
                    .orElseThrow(() -> new IllegalStateException(
                            "The plant has no material (%s) for special orders.".formatted(specialPaper)));
        }
        List<Material> fitting = plant.materials().stream()
                .filter(m -> wantedPapers.contains(m.id()))
                .filter(m -> m.family().equals(family) && m.sheet().equals(sheet))
                .filter(m -> m.gsm() >= leastGsm && m.gsm() <= mostGsm)
                .toList();
        if (fitting.isEmpty()) {
            throw new IllegalStateException(
                    "The plant has no %s of %d to %d g/m² on %s.".formatted(family, leastGsm, mostGsm, sheet));
        }
        return dice.oneOf(fitting);
    }

    /** Black, black and a spot, or process inks. */
    List<String> inks(int count) {
        return switch (count) {
            case 1 -> List.of("K");
            case 2 -> List.of("K", dice.oneOf(SPOTS));
            default -> PROCESS;
        };
    }

    /** Process inks and further spot inks. */
    List<String> inksWithSpots(int spots) {
        return Stream.concat(PROCESS.stream(), dice.some(SPOTS, spots).stream()).toList();
    }

    /** A profile of commercial work: half ISO, some G7, else the house's. */
    QualityProfile commercialQuality(double g7Share) {
        if (dice.chance(g7Share)) {
            return QualityProfile.G7;
        }
        return dice.chance(0.5) ? QualityProfile.ISO_12647_2 : QualityProfile.HOUSE;
    }

    /** A printed form. */
    Form printed(
            Material paper,
            List<String> front,
            List<String> back,
            Coating coating,
            QualityProfile quality,
            String plates) {
        return new Form(
                paper.id(),
                paper.family(),
                paper.gsm(),
                paper.sheet(),
                front,
                back,
                coating,
                quality,
                "KM-" + toolKey + "-" + plates,
                null);
    }

    /** What lies on a finishing machine. */
    Form finished(Material paper, SheetSize sheet, QualityProfile quality) {
        return new Form(
                paper.id(),
                paper.family(),
                paper.gsm(),
                sheet,
                List.of(),
                List.of(),
                Coating.NONE,
                quality,
                null,
                null);
    }

    /** What lies on a finishing machine, with a tool such as {@code KB} (die), {@code KN} (foil block), {@code LU} (screen). */
    Form tooled(Material paper, SheetSize sheet, QualityProfile quality, String tool) {
        return new Form(
                paper.id(),
                paper.family(),
                paper.gsm(),
                sheet,
                List.of(),
                List.of(),
                Coating.NONE,
                quality,
                null,
                tool + "-" + toolKey);
    }
}

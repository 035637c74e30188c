package vn.nhain.simulators.press;

/**
 * What the meters of a machine show.
 *
 * @param good good sheets ever
 * @param waste waste sheets ever
 * @param energyKwh energy ever, kWh
 * @param blanket impressions since the blankets were changed
 * @param roller impressions since the rollers were changed
 * @param blade strokes since the blade was changed
 */
record MeterMemory(long good, long waste, double energyKwh, long blanket, long roller, long blade) {}

package vn.nhain.simulators.press;

/**
 * A way in which a machine breaks.
 *
 * @param code as its panel shows it
 * @param text as its panel shows it
 * @param meanHoursBetween mean time between failures, hours at work, more than 0
 * @param meanMinutesToRepair mean time to repair, minutes, more than 0
 */
record FaultKind(String code, String text, double meanHoursBetween, double meanMinutesToRepair) {}

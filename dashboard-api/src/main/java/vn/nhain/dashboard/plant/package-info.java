/**
 * The plant as the page draws it: machines, calendars, tariff. Start reading at {@link vn.nhain.dashboard.plant.PlantService}.
 */
@NullMarked
package vn.nhain.dashboard.plant;

import org.jspecify.annotations.NullMarked;

/**
 * Scenarios: text files that name a seed, what is special about machines, and what happens when. Imports the plant model
 * and {@code press}; with {@code wire} the only package that imports Jackson. Start reading at {@link
 * vn.nhain.simulators.scenario.Scenario}; the files are in {@code src/main/resources} beside this package.
 */
@NullMarked
package vn.nhain.simulators.scenario;

import org.jspecify.annotations.NullMarked;

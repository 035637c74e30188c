/**
 * Buttons of a demonstration. Without {@link vn.nhain.dashboard.demo.DemoControls} its routes answer 404.
 */
@NullMarked
package vn.nhain.dashboard.demo;

import org.jspecify.annotations.NullMarked;

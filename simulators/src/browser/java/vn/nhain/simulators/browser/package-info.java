/**
 * The page as people see it: a real browser against a running product. Compiled with the Maven profile {@code browser}
 * only. May import the demo, Playwright and axe. Reading starts at {@link vn.nhain.simulators.browser.BoardIT}.
 */
@NullMarked
package vn.nhain.simulators.browser;

import org.jspecify.annotations.NullMarked;

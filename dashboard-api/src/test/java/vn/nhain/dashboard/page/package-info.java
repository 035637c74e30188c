/**
 * Checks of the web page that need no browser: its vendored files, its words, its size. The page itself is in {@code
 * src/main/resources/public}; reading starts at {@code app/main.js}.
 */
@NullMarked
package vn.nhain.dashboard.page;

import org.jspecify.annotations.NullMarked;

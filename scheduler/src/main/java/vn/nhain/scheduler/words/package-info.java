/**
 * Names, times and durations as people of the plant say them, in both languages. Imports the plant model only. Start reading
 * at {@link vn.nhain.scheduler.words.Words}.
 */
@NullMarked
package vn.nhain.scheduler.words;

import org.jspecify.annotations.NullMarked;

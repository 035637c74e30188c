/**
 * What can go wrong in words that a caller can act on; {@code web} turns them into RFC 9457 answers. Imports the JDK only.
 */
@NullMarked
package vn.nhain.dashboard.problem;

import org.jspecify.annotations.NullMarked;

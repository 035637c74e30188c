/**
 * Who calls and what they may do. Imports the JDK, {@code problem} and {@code config}. Start reading at {@link
 * vn.nhain.dashboard.session.SessionService}.
 */
@NullMarked
package vn.nhain.dashboard.session;

import org.jspecify.annotations.NullMarked;

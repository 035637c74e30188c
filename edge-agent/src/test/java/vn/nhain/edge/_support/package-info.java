/** Real counterparts for tests: a store, a broker and presses in this process, each on a free port of loopback. */
@NullMarked
package vn.nhain.edge._support;

import org.jspecify.annotations.NullMarked;

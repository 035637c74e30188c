/**
 * Reading a configuration document key by key: types, units, ranges, environment variables, secrets, all mistakes at once;
 * and, from the same calls, its JSON Schema. Start reading at {@link vn.nhain.edge.keys.Section}. Imports
 * nothing of ours, so that every part can read its own section.
 */
@NullMarked
package vn.nhain.edge.keys;

import org.jspecify.annotations.NullMarked;

/**
 * Checks for the compact constructors of the nouns: each refuses a value by name, with the value and what it must be. Imports
 * nothing but the JDK. Start reading at {@link vn.nhain.plant.validation.Require}.
 */
@NullMarked
package vn.nhain.plant.validation;

import org.jspecify.annotations.NullMarked;

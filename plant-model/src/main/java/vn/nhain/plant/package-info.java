/**
 * The nouns that every part of NhaIn speaks. Start reading at {@link vn.nhain.plant.Plant}. Imports nothing but the JDK and
 * its own sub-packages.
 */
@NullMarked
package vn.nhain.plant;

import org.jspecify.annotations.NullMarked;

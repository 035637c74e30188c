/**
 * The plant file: YAML that describes a plant, refused with every mistake in it. The only package of the module that knows
 * Jackson. A file is read in four steps: {@code YamlTree} (text to tree), {@code ShapeChecker} (each key on
 * its own, by {@code PlantShape}), {@code PlantRules} (keys against one another), {@code PlantBuilder} (to the nouns). The
 * same shape writes the published JSON Schema. Start reading at {@link vn.nhain.plant.file.PlantFile}.
 */
@NullMarked
package vn.nhain.plant.file;

import org.jspecify.annotations.NullMarked;

/**
 * Measurement files that another program writes into a folder, such as scans of a spectrophotometer. The only package that
 * imports Commons CSV. Start reading at {@link vn.nhain.edge.source.folder.FolderSource}.
 */
@NullMarked
package vn.nhain.edge.source.folder;

import org.jspecify.annotations.NullMarked;

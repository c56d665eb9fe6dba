package org.mtlbench.engine.catalogue;

import java.util.List;
import java.util.Optional;
import org.mtlbench.api.dataset.SourceFile;

/**
 * The state of a dataset's source files.
 *
 * @param dataset label in the matrix, or the id
 * @param id id of the dataset
 * @param files files with their states; empty for a dataset without files
 * @param failure reason why the dataset could not be inspected; empty on success
 */
public record Inspection(
    String dataset, String id, List<SourceFile> files, Optional<String> failure) {
  public Inspection {
    files = List.copyOf(files);
  }
}

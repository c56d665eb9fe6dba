package org.mtlbench.engine.catalogue;

import java.util.List;
import java.util.Optional;
import org.mtlbench.api.dataset.SourceFile;

/**
 * The source files of a dataset, as found.
 *
 * @param dataset its name: a label of a matrix, or its id
 * @param id its id
 * @param files each with its state; empty for a dataset that needs no files
 * @param failure why the dataset could not tell; empty if it could
 */
public record Inspection(
    String dataset, String id, List<SourceFile> files, Optional<String> failure) {
  public Inspection {
    files = List.copyOf(files);
  }
}

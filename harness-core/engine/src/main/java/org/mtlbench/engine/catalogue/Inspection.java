package org.mtlbench.engine.catalogue;

import java.util.List;
import java.util.Optional;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.engine.plugins.PluginChoice;

/**
 * The source files of a dataset, as found.
 *
 * @param dataset its id and config
 * @param files each with its state; empty for an embedded dataset
 * @param failure why the dataset could not tell; empty if it could
 */
public record Inspection(PluginChoice dataset, List<SourceFile> files, Optional<String> failure) {
  public Inspection {
    files = List.copyOf(files);
  }
}

package org.mtlbench.results.folder;

import java.util.List;
import org.mtlbench.results.CellRecord;

/**
 * The cell records of a folder.
 *
 * @param cells the valid records, sorted by id
 * @param warnings a sentence for each invalid file; its cell counts as missing
 */
public record CellsRead(List<CellRecord> cells, List<String> warnings) {
  /** Makes defensive copies of the lists. */
  public CellsRead {
    cells = List.copyOf(cells);
    warnings = List.copyOf(warnings);
  }
}

package org.mtlbench.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.ResultsJson;

/** Compares two run folders except for times and memory. */
final class SameResults {
  private static final Set<String> TIMES =
      Set.of("seconds", "wall-seconds", "cpu-seconds", "started", "finished", "peak-memory-bytes");

  private final RunFolder expected;
  private final RunFolder found;
  private final JsonMapper mapper = ResultsJson.newMapper();

  SameResults(Path expected, Path found) {
    this.expected = RunFolder.at(expected);
    this.found = RunFolder.at(found);
  }

  void check() throws IOException {
    List<CellRecord> cells = expected.readCells().cells();
    assertThat(found.readCells().warnings()).isEmpty();
    assertThat(found.readCells().cells()).hasSameSizeAs(cells);
    for (CellRecord cell : cells) {
      CellRecord same = found.readCell(cell.id()).orElseThrow();
      assertThat(timeless(same)).as(cell.label()).isEqualTo(timeless(cell));
      Set<String> reused = reused(expected, cell.id());
      reused.addAll(reused(found, cell.id()));
      assertThat(history(found, cell.id(), reused))
          .as(cell.label())
          .isEqualTo(history(expected, cell.id(), reused));
    }
    try (var files = java.nio.file.Files.list(found.checkpoints())) {
      assertThat(files.filter(file -> file.toString().endsWith(".checkpoint"))).isEmpty();
    }
  }

  private JsonNode timeless(Object record) {
    return strip(mapper.valueToTree(record));
  }

  private static JsonNode strip(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      object.remove(TIMES);
    }
    tree.forEach(SameResults::strip);
    return tree;
  }

  /**
   * The epochs in order, without those of reused phases: a worker that is killed between saving an
   * artefact and its checkpoint reuses the artefact, whose last epochs are not trained again.
   */
  private List<JsonNode> history(RunFolder folder, String id, Set<String> reused)
      throws IOException {
    List<JsonNode> epochs = new ArrayList<>();
    for (Event event : events(folder, id)) {
      if (event instanceof Event.CellStarted) {
        // an attempt killed before its first checkpoint
        epochs.clear();
      }
      if (event instanceof Event.EpochEnded epoch && !reused.contains(epoch.phase())) {
        epochs.add(timeless(epoch));
      }
    }
    return epochs;
  }

  private static Set<String> reused(RunFolder folder, String id) throws IOException {
    Set<String> phases = new HashSet<>();
    for (Event event : events(folder, id)) {
      if (event instanceof Event.PhaseReused phase) {
        phases.add(phase.phase());
      }
    }
    return phases;
  }

  private static List<Event> events(RunFolder folder, String id) throws IOException {
    return new EventReader(folder.eventFile(id)).readAll().events();
  }
}

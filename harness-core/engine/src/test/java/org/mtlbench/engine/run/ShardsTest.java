package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plan.Shard;
import org.mtlbench.engine.plan.ShardAssignment;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;

@Timeout(180)
class ShardsTest {
  private static final String METHODS =
      "{id: taught, label: one, config: {epochs: 3}},"
          + " {id: taught, label: two, config: {epochs: 3, added: 0.5}}, {id: trouble, label: calm}";

  @TempDir Path scratch;

  @Test
  void shardsRunTheirCellsAndFoldersMerge() throws IOException, InterruptedException {
    RunFixture first = new RunFixture(Files.createDirectory(scratch.resolve("first")));
    RunFixture second = new RunFixture(Files.createDirectory(scratch.resolve("second")));
    Plan plan = first.plan(METHODS);
    List<String> ids = plan.cells().stream().map(cell -> cell.spec().id()).toList();
    // The two cells that need the same teacher are in different shards: each folder has its own.
    ShardAssignment one = new ShardAssignment(new Shard(1, 2), Set.of(ids.get(0)));
    ShardAssignment two = new ShardAssignment(new Shard(2, 2), Set.of(ids.get(1), ids.get(2)));

    assertThat(first.runner().run(plan, first.options(one)))
        .isEqualTo(new RunOutcome(1, 0, 0, 0, 0, false));
    assertThat(first.told).startsWith("begun: kept 0, again 0, to run 1", "started one");
    assertThat(RunFolder.at(first.folder).readRun().cells())
        .as("a report of one shard's folder knows what is missing")
        .hasSize(3);
    assertThat(second.runner().run(plan, second.options(two)))
        .isEqualTo(new RunOutcome(2, 0, 0, 0, 0, false));
    Map<String, CellRecord> apart = records(first.folder);
    apart.putAll(records(second.folder));

    copy(second.folder, first.folder);

    assertThat(records(first.folder)).isEqualTo(apart).hasSize(3);
    first.told.clear();
    assertThat(first.run(plan)).isEqualTo(new RunOutcome(3, 0, 0, 0, 0, false));
    assertThat(first.told).containsExactly("begun: kept 3, again 0, to run 0");
    assertThat(first.runner().run(plan, first.options(two)))
        .as("a resumed shard keeps its cells")
        .isEqualTo(new RunOutcome(2, 0, 0, 0, 0, false));
    assertThat(plan.only(two.cells()).cells())
        .extracting(PlannedCell::spec)
        .extracting("label")
        .containsExactly("two", "calm");
  }

  private static Map<String, CellRecord> records(Path folder) throws IOException {
    Map<String, CellRecord> records = new TreeMap<>();
    RunFolder.at(folder).readCells().cells().forEach(cell -> records.put(cell.id(), cell));
    return records;
  }

  /** As {@code cp -r from/. to} does. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(file));
      }
    }
  }
}

package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.ArtefactUse;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.SecondsRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;

/** Tests artefacts shared by two real workers at a time. */
class SharedArtefactsTest {
  @TempDir Path scratch;

  private static String taught(String label, double added, int epochs) {
    return "{id: taught, label: %s, config: {added: %s, epochs: %d}}"
        .formatted(label, added, epochs);
  }

  private static PhaseRecord teacher(CellRecord record) {
    return record.phases().get(0);
  }

  private static List<Path> tensors(RunFixture run) throws IOException {
    try (Stream<Path> files = Files.list(RunFolder.at(run.folder).artefacts())) {
      return files.filter(file -> file.toString().endsWith(".safetensors")).sorted().toList();
    }
  }

  private static List<Event> events(RunFixture run, CellRecord record) throws IOException {
    return new EventReader(RunFolder.at(run.folder).eventFile(record.id())).readAll().events();
  }

  @Test
  void createsArtefactOnceAndAttributesCostToAllUsers() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan =
        run.plan(
            String.join(", ", taught("one", 0, 20), taught("two", 0.5, 20), taught("other", 0, 3)));

    assertThat(run.run(plan)).isEqualTo(new RunOutcome(3, 0, 0, 0, 0, false));

    CellRecord one = run.record("one");
    CellRecord two = run.record("two");
    List<PhaseRecord> teachers =
        Stream.of(teacher(one), teacher(two))
            .sorted(Comparator.comparing(phase -> phase.artefact().orElseThrow().reused()))
            .toList();
    ArtefactUse made = teachers.get(0).artefact().orElseThrow();
    ArtefactUse reused = teachers.get(1).artefact().orElseThrow();
    assertThat(List.of(made.reused(), reused.reused())).containsExactly(false, true);
    assertThat(reused.key()).isEqualTo(made.key());
    assertThat(teachers.get(1).epochs()).isEqualTo(20);
    assertThat(teachers.get(1).wallSeconds()).isEqualTo(teachers.get(0).wallSeconds()).isPositive();
    assertThat(teachers.get(1).cpuSeconds()).isEqualTo(teachers.get(0).cpuSeconds());
    assertThat(teacher(run.record("other")).artefact().orElseThrow().key())
        .as("another training")
        .isNotEqualTo(made.key());
    assertThat(tensors(run)).hasSize(2);
    assertThat(one.phases().get(1).artefact()).isEmpty();

    CellRecord maker = teacher(one).artefact().orElseThrow().reused() ? two : one;
    CellRecord taker = maker.id().equals(one.id()) ? two : one;
    assertThat(events(run, maker)).filteredOn(Event.EpochEnded.class::isInstance).hasSize(21);
    assertThat(events(run, taker)).filteredOn(Event.EpochEnded.class::isInstance).hasSize(1);
    ArtefactRecord record = RunFolder.at(run.folder).artefactFiles().read(made.key()).orElseThrow();
    assertThat(events(run, taker))
        .contains(
            new Event.PhaseReused("teacher", made.key(), maker.id(), record.scores()),
            new Event.PhaseEnded("teacher", 20, record.wallSeconds(), record.cpuSeconds()));
    assertThat(record.name()).isEqualTo("teacher");
    assertThat(record.scores().tasks()).containsExactly("left", "upper");
    for (CellRecord cell : List.of(one, two)) {
      SecondsRecord seconds = cell.seconds().orElseThrow();
      assertThat(seconds.search()).isEqualTo(record.wallSeconds());
      assertThat(seconds.total())
          .isGreaterThanOrEqualTo(seconds.search() + seconds.main())
          .isCloseTo(seconds.search() + seconds.main(), within(2.0));
    }
  }

  @Test
  void workersFlushSubnormalsInAllEpochs() throws IOException, InterruptedException {
    assumeTrue(Platform.isLinux() && Platform.isIntel() && Platform.is64Bit());
    RunFixture run = new RunFixture(scratch);
    run.run(run.plan(taught("one", 0, 20)));
    List<Event> events = events(run, run.record("one"));
    Event.EpochEnded last =
        (Event.EpochEnded)
            events.stream().filter(Event.EpochEnded.class::isInstance).skip(20).findFirst().get();
    assertThat(last.measures()).containsEntry("subnormal-product", 0.0);
  }

  @Test
  void reusedArtefactGivesSameBits() throws IOException, InterruptedException {
    RunFixture alone = new RunFixture(Files.createDirectory(scratch.resolve("alone")));
    alone.run(alone.plan(taught("two", 0.5, 4)));
    RunFixture run = new RunFixture(Files.createDirectory(scratch.resolve("shared")));
    run.run(run.plan("test", "pixels", taught("one", 0, 4), "0"));
    run.run(run.plan("test", "pixels", taught("one", 0, 4) + ", " + taught("two", 0.5, 4), "0, 1"));

    CellRecord taker = cell(run, "two", 0);
    assertThat(teacher(taker).artefact().orElseThrow().reused()).isTrue();
    assertThat(taker.parameters()).isEqualTo(alone.record("two").parameters());
    assertThat(taker.test()).isEqualTo(alone.record("two").test());
    assertThat(teacher(cell(run, "one", 1)).artefact().orElseThrow().key())
        .as("another seed has another teacher")
        .isNotEqualTo(teacher(taker).artefact().orElseThrow().key());
  }

  private static CellRecord cell(RunFixture run, String label, long seed) throws IOException {
    return RunFolder.at(run.folder).readCells().cells().stream()
        .filter(cell -> cell.label().equals(label) && cell.seed() == seed)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void recreatesCorruptArtefact() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    run.run(run.plan(taught("one", 0, 3)));
    Path file = tensors(run).get(0);
    byte[] whole = Files.readAllBytes(file);
    byte[] broken = whole.clone();
    broken[broken.length - 1] ^= 1;
    Files.write(file, broken);

    run.run(run.plan(taught("one", 0, 3) + ", " + taught("two", 0.5, 3)));

    assertThat(teacher(run.record("two")).artefact().orElseThrow().reused()).isFalse();
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }
}

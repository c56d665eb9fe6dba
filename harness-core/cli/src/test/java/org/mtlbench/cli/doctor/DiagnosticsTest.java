package org.mtlbench.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.dataset.SourceFile;

/** What each look at the machine says of machines that are not this one. */
class DiagnosticsTest {
  private static final long GIB = 1L << 30;

  @TempDir Path folder;

  private static String advice(Finding finding) {
    assertThat(finding.well()).as(finding.sentence()).isFalse();
    return finding.advice().orElseThrow();
  }

  @Test
  void memoryForTheSlots() {
    Finding enough = MemoryCheck.of(4, 24 * GIB, OptionalLong.of(20 * GIB));
    assertThat(enough.well()).isTrue();
    assertThat(enough.sentence())
        .isEqualTo("memory: 24.0 GiB, 20.0 GiB of it free; 4 slots may take 4.0 GiB");
    assertThat(advice(MemoryCheck.of(8, 24 * GIB, OptionalLong.of(3 * GIB + 1))))
        .startsWith("use --slots 3 or fewer");
    assertThat(advice(MemoryCheck.of(64, 16 * GIB, OptionalLong.empty())))
        .startsWith("use --slots 16");
    assertThat(advice(MemoryCheck.of(1, GIB / 2, OptionalLong.empty())))
        .contains("a machine with more memory");
    assertThat(MemoryCheck.total()).isPositive();
  }

  @Test
  void gpusThatTheEngineCannotUse() {
    List<String> two = List.of("NVIDIA H100, 550.54, 81559 MiB", "NVIDIA H100, 550.54, 81559 MiB");
    assertThat(DeviceCheck.of(2, 0, Optional.empty()))
        .containsExactly(Finding.ok("devices: cpu with 2 processors, 0 GPUs"));
    assertThat(DeviceCheck.of(16, 2, Optional.of(two))).hasSize(3).allMatch(Finding::well);
    assertThat(DeviceCheck.of(16, 1, Optional.of(two))).hasSize(4).allMatch(Finding::well);
    List<Finding> unusable = DeviceCheck.of(16, 0, Optional.of(two));
    assertThat(advice(unusable.get(3))).contains("PYTORCH_LIBRARY_PATH", "--device cpu");
    assertThat(advice(DeviceCheck.of(16, 2, Optional.empty()).get(1))).contains("nvidia-smi");
  }

  @Test
  void foldersThatCannotBeWrittenOrAreSmall() throws IOException {
    Path new1 = folder.resolve("not/there/yet");
    Finding fine = FolderCheck.of("run folder", new1, 1);
    assertThat(fine.well()).isTrue();
    assertThat(fine.sentence()).startsWith("run folder " + new1 + ": ").endsWith("writable");
    assertThat(folder).as("nothing is left behind").isEmptyDirectory();
    assertThat(advice(FolderCheck.of("run folder", folder, Long.MAX_VALUE)))
        .startsWith("make room");
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(advice(FolderCheck.of("run folder", file.resolve("run"), 1)))
        .contains("name another folder");
    Path proc = Path.of("/proc/self/task");
    if (Files.isDirectory(proc)) {
      Finding unwritable = FolderCheck.of("run folder", proc, 1);
      assertThat(unwritable.sentence()).contains("nothing can be written in " + proc);
      assertThat(advice(unwritable)).contains("may write to");
    }
  }

  @Test
  void clocksThatAreOff() {
    assertThat(ClockCheck.of(Instant.parse("2026-11-22T12:00:00Z")).well()).isTrue();
    assertThat(advice(ClockCheck.of(Instant.EPOCH))).startsWith("set the clock");
    Instant before = Instant.parse("2026-11-22T12:00:00Z");
    Instant after = before.plusMillis(5);
    assertThat(ClockCheck.stamps(folder, before, before.minusSeconds(2), after).well()).isTrue();
    Finding late = ClockCheck.stamps(folder, before, after.plusSeconds(65), after);
    assertThat(late.sentence())
        .isEqualTo("time stamps of files in " + folder + " are 1m5s off the clock");
    assertThat(advice(late)).contains("NTP");
    assertThat(ClockCheck.stamps(folder, before, before.minusSeconds(65), after).well()).isFalse();
    assertThat(ClockCheck.stamps(folder, before, before, before.minusSeconds(9)).well())
        .as("a clock that was set back meanwhile")
        .isFalse();
    assertThat(ClockCheck.findings(folder)).hasSize(2).allMatch(Finding::well);
  }

  @Test
  void dataThatIsThereInPart() {
    SourceFile there = new SourceFile("a", SourceFile.State.VERIFIED, "00", "");
    SourceFile missing = new SourceFile("b", SourceFile.State.MISSING, "", "");
    assertThat(DataCheck.of("d", List.of()).sentence()).isEqualTo("d: needs no published files");
    assertThat(DataCheck.of("d", List.of(missing)).well()).isTrue();
    assertThat(DataCheck.of("d", List.of(there)).sentence())
        .isEqualTo("d: 1 of 1 files as published");
    assertThat(advice(DataCheck.of("d", List.of(there, missing)))).contains("'data fetch d'");
  }

  @Test
  void toolsThatAreNotThere() {
    assertThat(CommandOutput.firstLine("no-such-tool-at-all")).isEmpty();
    assertThat(CommandOutput.firstLine("false")).isEmpty();
  }
}

package org.mtlbench.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.engine.device.DeviceRequest;
import org.mtlbench.engine.device.DriverVersion;
import org.mtlbench.engine.device.GpuDriver;
import org.mtlbench.engine.device.GpuInfo;
import org.mtlbench.engine.device.GpuState;
import org.mtlbench.engine.device.Obstacle;
import org.mtlbench.engine.device.SystemTool;

/** What each look at the machine says of machines that are not this one. */
class DiagnosticsTest {
  private static final long GIB = 1L << 30;

  @TempDir Path folder;

  private static String advice(Finding finding) {
    assertThat(finding.well()).as(finding.sentence()).isFalse();
    return finding.advice().orElseThrow();
  }

  @Test
  void checksMemoryOfSlots() {
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

  private static GpuDriver driver(int gpus, long freeBytes) {
    List<GpuInfo> cards =
        IntStream.range(0, gpus)
            .mapToObj(i -> new GpuInfo(i, "NVIDIA H100", 80 * GIB, 80 * GIB - freeBytes))
            .toList();
    return new GpuDriver(Optional.of(new DriverVersion("560.35")), gpus, cards, true, false);
  }

  private static List<Finding> devices(String request, GpuDriver driver, int usable) {
    List<Obstacle> obstacles =
        usable > 0 ? List.of() : List.of(new Obstacle("no set is installed", "Install one"));
    return DeviceCheck.of(
        DeviceRequest.parse(request),
        16,
        driver,
        new GpuState(usable, "PyTorch 1", "found", obstacles));
  }

  private static List<Finding> failed(List<Finding> findings) {
    return findings.stream().filter(finding -> !finding.well()).toList();
  }

  @Test
  void gpusAreNoProblemWithoutDriver() {
    assertThat(failed(devices("auto", GpuDriver.NONE, 0))).isEmpty();
    assertThat(failed(devices("gpu", GpuDriver.NONE, 0)))
        .containsExactly(Finding.trouble("no GPU can be used: no set is installed", "Install one"));
  }

  @Test
  void reportsUnusableGpus() {
    assertThat(devices("auto", driver(8, 79 * GIB), 8)).hasSize(11).allMatch(Finding::well);
    assertThat(devices("auto", driver(2, 79 * GIB), 1)).hasSize(6).allMatch(Finding::well);
    assertThat(advice(failed(devices("auto", driver(1, 79 * GIB), 0)).get(0)))
        .isEqualTo("Install one");
    assertThat(advice(failed(devices("auto", driver(0, 0), 2)).get(0))).contains("nvidia-smi");
  }

  @Test
  void reportsFullGpu() {
    Finding full = failed(devices("auto", driver(1, GIB / 2), 1)).get(0);
    assertThat(full.sentence()).isEqualTo("GPU 0: NVIDIA H100, 0.5 GiB of 80.0 GiB free");
    assertThat(advice(full)).contains("end other programs on this GPU", "--device gpu:1");
  }

  @Test
  void reportsWhyEngineCannotBeInstalled() {
    assertThat(InstallationCheck.space(7 * GIB, 6 * GIB).well()).isTrue();
    assertThat(advice(InstallationCheck.space(5 * GIB, 6 * GIB))).contains("XDG_CACHE_HOME");
    assertThat(InstallationCheck.network(true).well()).isTrue();
    assertThat(advice(InstallationCheck.network(false)))
        .contains("mirror or proxy in ~/.m2/settings.xml", "gpu install --from DIR");
  }

  @Test
  void reportsUnwritableAndSmallFolders() throws IOException {
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
  void reportsWrongClocks() {
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
  void reportsIncompleteData() {
    SourceFile there = new SourceFile("a", SourceFile.State.VERIFIED, "00", "");
    SourceFile missing = new SourceFile("b", SourceFile.State.MISSING, "", "");
    assertThat(DataCheck.of("d", List.of()).sentence()).isEqualTo("d: needs no published files");
    assertThat(DataCheck.of("d", List.of(missing)).well()).isTrue();
    assertThat(DataCheck.of("d", List.of(there)).sentence())
        .isEqualTo("d: 1 of 1 files as published");
    assertThat(advice(DataCheck.of("d", List.of(there, missing)))).contains("'data fetch d'");
  }

  @Test
  void handlesMissingTools() {
    assertThat(SystemTool.lines("no-such-tool-at-all")).isEmpty();
    assertThat(SystemTool.lines("false")).isEmpty();
  }
}

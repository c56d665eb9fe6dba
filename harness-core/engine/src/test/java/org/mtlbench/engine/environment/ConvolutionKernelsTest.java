package org.mtlbench.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.error.HarnessException;

class ConvolutionKernelsTest {
  private static final String AMD = "vendor_id\t: AuthenticAMD\nflags\t\t: sse4_1 topoext avx2\n";

  @TempDir private Path folder;

  @Test
  void limitsKernelsOfAmdProcessorsWhoseCachesAreHidden() throws Exception {
    assertThat(hidden(AMD)).isTrue();
    assertThat(hidden("vendor_id\t: GenuineIntel\nflags\t\t: sse4_1 avx2\n")).isFalse();
    Files.createDirectories(folder.resolve("cpu0/cache/index0"));
    assertThat(hidden(AMD)).isFalse();
    assertThat(hidden(AMD.replace(" topoext", ""))).as("no leaf 0x8000001D").isTrue();
  }

  @Test
  void limitsNothingWhereProcessorIsUnknown() {
    assertThat(ConvolutionKernels.cacheSizesHidden(folder.resolve("missing"), folder)).isFalse();
  }

  private boolean hidden(String processor) throws IOException {
    Path cpuinfo = Files.writeString(folder.resolve("cpuinfo"), processor);
    return ConvolutionKernels.cacheSizesHidden(cpuinfo, folder);
  }

  @Test
  void convolutionsAreCorrectAfterLimiting() throws Exception {
    assertThat(inProcess("limit")).isEqualTo("correct");
  }

  @Test
  void reportsWrongConvolutions() throws Exception {
    assumeTrue(
        ConvolutionKernels.cacheSizesHidden(
            Path.of("/proc/cpuinfo"), Path.of("/sys/devices/system/cpu")),
        "only processors with hidden cache sizes compute wrong convolutions");
    assertThat(inProcess("no limit"))
        .startsWith("convolutions of the tensor engine are wrong on this processor")
        .contains("ONEDNN_MAX_CPU_ISA=SSE41 mtlbench");
  }

  /** The engine reads a limit once. */
  private static String inProcess(String argument) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dai.djl.offline=true",
            "-cp",
            System.getProperty("java.class.path"),
            Convolutions.class.getName(),
            argument);
    builder.environment().remove(ConvolutionKernels.VARIABLE);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader()) {
      return out.lines().collect(Collectors.joining("\n"));
    }
  }

  /** Computes in a process of its own. */
  static final class Convolutions {
    private Convolutions() {}

    /** With a limit if the argument says so. */
    public static void main(String[] arguments) {
      if (List.of(arguments).contains("limit")) {
        ConvolutionKernels.limit();
      }
      try {
        ConvolutionKernels.check();
        System.out.println("correct");
      } catch (HarnessException e) {
        System.out.println(e.getMessage() + ": " + e.hint());
      }
    }
  }
}

package org.mtlbench.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;

class EngineLibrariesTest {
  private static final byte[] CONTENT = new byte[3 << 20];

  @TempDir Path temporary;

  private static Map<String, EngineLibraries.Packed> packed() {
    CRC32 crc = new CRC32();
    crc.update(CONTENT);
    return Map.of("lib.so", new EngineLibraries.Packed(CONTENT.length, crc.getValue()));
  }

  @Test
  void librariesOfThisMachineAreCompleteAndLoad() {
    assertThatCode(EngineLibraries::load).doesNotThrowAnyException();
  }

  @Test
  void reportsDamagedLibraryWithRepairCommand() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("an engine's folder"));
    Path library = folder.resolve("lib.so");
    assertDamage(folder, "missing");
    Files.write(library, CONTENT);
    assertThat(EngineLibraries.damage(folder, packed())).isEmpty();
    byte[] changed = CONTENT.clone();
    changed[2 << 20] ^= 1;
    Files.write(library, changed);
    assertDamage(folder, "its content has changed");
    Files.write(library, new byte[1 << 20]);
    HarnessException truncated = assertDamage(folder, "1 MiB in place of 3 MiB");
    assertThat(truncated.hint())
        .isEqualTo(
            "To have the libraries unpacked again, run: rm -r '"
                + temporary
                + "/an engine'\\''s folder'");
  }

  private static HarnessException assertDamage(Path folder, String what) throws IOException {
    Optional<HarnessException> found = EngineLibraries.damage(folder, packed());
    assertThat(found).isPresent();
    assertThat(found.get())
        .hasMessage(
            "the tensor engine's library "
                + folder.resolve("lib.so")
                + " is damaged ("
                + what
                + ")");
    assertThat(found.get().category()).isEqualTo(ErrorCategory.STORAGE);
    return found.get();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/lib64/libm.so.6: version `GLIBC_2.29' not found (required by libtorch_cpu.so) | DEVICE | It needs GLIBC_2.29, which this system's",
        "cannot write: No space left on device | STORAGE | Make room for 0.5 GiB there, or set DJL_CACHE_DIR",
        "libc10.so: failed to map segment from shared object | DEVICE | set DJL_CACHE_DIR",
        "No deep learning engine found. | DEVICE | rebuild the program",
        "bad ELF header | DEVICE | To have the libraries unpacked again, run: rm -r /cache"
      })
  void givesHintsForEngineThatDoesNotLoad(String message, ErrorCategory category, String hint) {
    Throwable thrown = new IllegalStateException("outer", new UnsatisfiedLinkError(message));

    HarnessException failure = EngineLibraries.failure(thrown, Path.of("/cache"));

    assertThat(failure.category()).isEqualTo(category);
    assertThat(failure.hint()).contains(hint);
    assertThat(failure)
        .hasMessage(
            category == ErrorCategory.STORAGE
                ? "the tensor engine cannot be unpacked in /cache: No space left on device"
                : "the tensor engine does not load: outer: " + message);
  }
}

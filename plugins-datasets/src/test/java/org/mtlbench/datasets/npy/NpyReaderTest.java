package org.mtlbench.datasets.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.random.Randomness;

/** The resources are written by NumPy 2.4.6: 0 to 23 in the shape (2, 3, 4). */
class NpyReaderTest {
  private final NDManager manager = NDManager.newBaseManager();
  private final NpyReader reader = new NpyReader();

  @TempDir Path folder;

  @AfterEach
  void close() {
    manager.close();
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(NpyReaderTest.class.getResource(name + ".npy").toURI());
  }

  private static float[] numbers(NDArray array) {
    return array.toType(DataType.FLOAT32, false).toFloatArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "float32",
        "float64",
        "int32",
        "int64",
        "int8",
        "uint8",
        "float32-fortran",
        "uint8-fortran",
        "float32-version2",
        "float32-version3"
      })
  void readsFilesOfNumpy(String name) throws URISyntaxException {
    NDArray read = reader.read(resource(name), manager);
    assertThat(read.getShape()).isEqualTo(new Shape(2, 3, 4));
    assertThat(read.getDataType().name())
        .isEqualTo(name.replaceFirst("-.*", "").toUpperCase(Locale.ROOT));
    float[] values = numbers(read);
    assertThat(values).hasSize(24);
    for (int i = 0; i < 24; i++) {
      assertThat(values[i]).isEqualTo(i);
    }
  }

  @Test
  void readsTruthValuesScalarsAndVectors() throws URISyntaxException {
    boolean[] odd = reader.read(resource("bool"), manager).toBooleanArray();
    assertThat(Arrays.copyOf(odd, 3)).containsExactly(false, true, false);
    assertThat(reader.read(resource("scalar"), manager).getFloat()).isEqualTo(5);
    assertThat(reader.read(resource("vector-fortran"), manager).toDoubleArray())
        .containsExactly(0, 1, 2);
  }

  @Test
  void arraysRemainValidAfterNextRead() throws URISyntaxException {
    NDArray first = reader.read(resource("float32"), manager);
    reader.read(resource("bool"), manager);
    reader.read(resource("float32-fortran"), manager);
    assertThat(first.toFloatArray()).startsWith(0, 1, 2, 3).endsWith(22, 23);
  }

  @Test
  void leavesNoTemporaryFiles() throws URISyntaxException {
    int arrays = manager.getManagedArrays().size();
    try (NDManager other = manager.newSubManager()) {
      reader.read(resource("float32-fortran"), other);
      assertThat(other.getManagedArrays()).hasSize(1);
    }
    assertThat(manager.getManagedArrays()).hasSize(arrays);
  }

  private void rejects(Path file, String... words) {
    assertThatThrownBy(() -> reader.read(file, manager))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(words);
  }

  @Test
  void rejectsOtherTypesThanLittleEndianNumbers() throws URISyntaxException {
    rejects(resource("big-endian"), "values of type >f4");
    rejects(resource("object"), "values of type |O");
  }

  @Test
  void rejectsTruncatedAndOverlongFiles() throws IOException, URISyntaxException {
    byte[] whole = Files.readAllBytes(resource("float32"));
    Path file = folder.resolve("7.npy");
    for (int length : new int[] {0, 3, 8, 9, 40, 127, 128, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      rejects(file, length + " bytes");
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    rejects(file, whole.length + 1 + " bytes", "expected " + whole.length + " bytes");
  }

  @Test
  void rejectsOtherFormatsBeforeAllocating() throws IOException {
    Path file = folder.resolve("7.npy");
    rejects(file, "found nothing");
    Files.createDirectory(folder.resolve("f.npy"));
    rejects(folder.resolve("f.npy"), "a folder");
    Files.writeString(file, "PK and so on, a zip archive");
    rejects(file, "another format");
    NpyFixture.write(file, 4, NpyFixture.header("<f4", false, 1), new byte[4]);
    rejects(file, "NPY version 4.0");
    NpyFixture.write(file, "{'descr': '<f4', 'shape': (1,), }", new byte[4]);
    rejects(file, "header with descr, fortran_order and shape");
    NpyFixture.write(file, NpyFixture.header("<f4", false, 100_000, 100_000), new byte[4]);
    rejects(file, "(100000, 100000)", "at most 256 MiB");
    NpyFixture.write(
        file, NpyFixture.header("<f8", false, Long.MAX_VALUE, Long.MAX_VALUE), new byte[4]);
    rejects(file, "at most 256 MiB");
    NpyFixture.write(
        file,
        "{'descr': '<f4', 'fortran_order': False, 'shape': (9" + "9".repeat(30) + ",)}",
        new byte[4]);
    rejects(file, "whole numbers");
    byte[] huge = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1, 0, 0};
    Files.write(file, huge);
    rejects(file, "a header of 4294967295 bytes");
  }

  /** Whatever a file holds, it is read or rejected in words. */
  @Test
  void changedFilesAreReadOrRejected() throws IOException, URISyntaxException {
    byte[] whole = Files.readAllBytes(resource("float32-fortran"));
    RandomGenerator random = new Randomness(1).stream("npy-fuzz");
    Path file = folder.resolve("7.npy");
    int rejected = 0;
    for (int i = 0; i < 500; i++) {
      byte[] changed = whole.clone();
      for (int k = 0; k <= random.nextInt(3); k++) {
        changed[random.nextInt(100)] = (byte) random.nextInt(256);
      }
      Files.write(file, changed);
      try (NDManager own = manager.newSubManager()) {
        reader.read(file, own);
      } catch (InvalidConfigException e) {
        assertThat(e).hasMessageContaining(file.toString());
        rejected++;
      }
    }
    assertThat(rejected).isGreaterThan(100);
  }
}

package org.mtlbench.reports.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.reports.fixtures.ModelFiles;
import org.mtlbench.results.json.CorruptRecordException;

class TensorFileTest {
  private static final ModelLayer LAYER = layer("trunk.linear.weight", 2L, 5L);

  @TempDir Path root;

  private static ModelLayer layer(String name, long... shape) {
    return new ModelLayer(
        name, ModelLayer.Kind.MATRIX, Arrays.stream(shape).boxed().toList(), List.of(), List.of());
  }

  private TensorFile open(byte[] content) throws IOException {
    return TensorFile.open(Files.write(root.resolve("model.safetensors"), content));
  }

  private static byte[] withLength(long length) {
    return ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
  }

  @Test
  void readsSingleTensors() throws IOException {
    TensorFile file = open(ModelFiles.small().tensors());

    assertThat(file.read(LAYER)).containsExactly(3, 6, 0, -3, 3, 4, 8, 0, -4, 4);
    assertThat(file.read(layer("head1.linear.weight", 1, 2))).containsExactly(1, 2);
  }

  @Test
  void rejectsTruncatedFiles() throws IOException {
    byte[] whole = ModelFiles.small().tensors();

    assertThatThrownBy(() -> open(new byte[7]))
        .isInstanceOf(CorruptRecordException.class)
        .hasMessageEndingWith("model.safetensors: truncated, no header");
    assertThatThrownBy(() -> open(Arrays.copyOf(whole, 60)))
        .hasMessageContaining("a header of ")
        .hasMessageEndingWith("expected at most 52");
    // The last two tensors have 8 + 40 bytes, and the last one is complete without its last value.
    TensorFile cut = open(Arrays.copyOf(whole, whole.length - 12));
    assertThatThrownBy(() -> cut.read(LAYER))
        .isInstanceOf(CorruptRecordException.class)
        .hasMessageContaining("tensor trunk.linear.weight: expected 40 of the ")
        .hasMessageContaining(" bytes after the header, found offsets [40, 80]");
  }

  @Test
  void rejectsHeadersThatAreTooLargeOrInvalid() {
    assertThatThrownBy(() -> open(withLength(Long.MAX_VALUE)))
        .hasMessageEndingWith("a header of 9223372036854775807 bytes, expected at most 92");
    assertThatThrownBy(() -> open(withLength(-1))).hasMessageContaining("a header of -1 bytes");
    assertThatThrownBy(() -> open(withLength(50)))
        .isInstanceOf(CorruptRecordException.class)
        .hasMessageContaining("not a complete JSON document");
    assertThatThrownBy(() -> TensorFile.open(root)).hasMessageEndingWith("a folder, not a file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"dtype\": \"F16\", \"shape\": [2, 5], \"data_offsets\": [0, 40]}"
            + "| not found with type F32 and shape [2, 5]",
        "{\"dtype\": \"F32\", \"shape\": [5, 2], \"data_offsets\": [0, 40]}| not found with type",
        "{\"dtype\": \"F32\", \"shape\": \"2, 5\", \"data_offsets\": [0, 40]}| not found with type",
        "[]| not found with type F32",
        "{\"dtype\": \"F32\", \"shape\": [2, 5]}| found offsets []",
        "{\"dtype\": \"F32\", \"shape\": [2, 5], \"data_offsets\": [0, 44]}| expected 40 of the",
        "{\"dtype\": \"F32\", \"shape\": [2, 5], \"data_offsets\": [-40, 0]}| expected 40 of the",
        "{\"dtype\": \"F32\", \"shape\": [2, 5], \"data_offsets\": [400, 440]}| expected 40 of the",
        "{\"dtype\": \"F32\", \"shape\": [2, 5], \"data_offsets\": [0.5, 40]}| found offsets []",
      })
  void rejectsInvalidEntries(String entry, String problem) throws IOException {
    TensorFile file = open(ModelFiles.small().tensors("{\"trunk.linear.weight\": " + entry + "}"));

    assertThatThrownBy(() -> file.read(LAYER))
        .isInstanceOf(CorruptRecordException.class)
        .hasMessageContaining("model.safetensors, tensor trunk.linear.weight: ")
        .hasMessageContaining(problem);
  }

  @Test
  void rejectsTensorsBeyondLimitBeforeAllocating() throws IOException {
    String header =
        "{\"huge\": {\"dtype\": \"F32\", \"shape\": [65536, 65536], \"data_offsets\":"
            + " [0, 17179869184]}}";

    assertThatThrownBy(
            () -> open(ModelFiles.small().tensors(header)).read(layer("huge", 65536, 65536)))
        .hasMessageEndingWith("tensor huge: larger than the limit of 64 MiB");
  }

  @Test
  void rejectsNanAndInfiniteValues() throws IOException {
    byte[] content =
        new ModelFiles()
            .layer("nan", "MATRIX", "[1, 2]", "[]", "[]", 1, Float.NaN)
            .layer("infinite", "MATRIX", "[1, 2]", "[]", "[]", Float.NEGATIVE_INFINITY, 1)
            .tensors();
    TensorFile file = open(content);

    assertThatThrownBy(() -> file.read(layer("nan", 1, 2)))
        .hasMessageEndingWith("tensor nan: contains NaN or infinite values");
    assertThatThrownBy(() -> file.read(layer("infinite", 1, 2)))
        .hasMessageEndingWith("contains NaN or infinite values");
  }
}

package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake of a user ends with exit code 2 and says place, value and what is allowed. */
class BadInputTest {
  @TempDir Path folder;

  @Test
  void unknownMethodIsToldTheNearestName() throws IOException {
    assertRefused(
        run(matrix("mdga")),
        "methods[0]",
        "mdga",
        "one of",
        "ls",
        "mgda",
        "ours",
        "stl",
        "nearest: 'mgda'");
  }

  @Test
  void unknownKey() throws IOException {
    assertRefused(
        run(matrix("{id: ls, config: {learning-rat: 1}}")),
        "methods[0].config.learning-rat: found an unknown key, expected one of",
        "nearest: 'learning-rate'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[0.1, 0.5, 0.5]; sum",
        "[-0.1, 0.6, 0.5]; negative",
        "[0.2, 0.8]; length",
        "[0.1, 0.2, 0.3, 0.4]; length"
      })
  void badPreferenceVector(String k, String what) throws IOException {
    Cli.Result result = run(matrix("{id: ours, config: {k: " + k + "}}"));
    assertThat(result.code()).as(what).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains("methods[0].config.k", "found", "expected");
    assertThat(result.err().lines()).as(result.err()).hasSize(1);
  }

  @Test
  void everyErrorOfAFileAtOnce() throws IOException {
    String file =
        Files.writeString(
                folder.resolve("bad.yaml"),
                """
                name: bad
                datasets: [multimnist-syntetic]
                architectures: [hps]
                methods: [mdga, {id: ls, config: {epochs: 0}}]
                seeds: [x]
                """)
            .toString();
    assertRefused(run(file), "datasets[0]", "methods[0]", "methods[1].config.epochs", "seeds[0]");
  }

  @Test
  void missingDataFolder() {
    assertRefused(
        onRealData(folder.resolve("nowhere")),
        "data folder: found " + folder.resolve("nowhere") + ", no such folder, expected");
  }

  @Test
  void missingTruncatedAndCorruptFiles() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data/mnist")).getParent();
    Path images = data.resolve("mnist/train-images-idx3-ubyte");
    Files.write(
        images,
        ByteBuffer.allocate(1000).putInt(0x803).putInt(60000).putInt(28).putInt(28).array());
    Path labels = data.resolve("mnist/train-labels-idx1-ubyte");
    Files.write(labels, ByteBuffer.allocate(60008).putInt(0x999).putInt(60000).array());
    Path zipped = data.resolve("mnist/t10k-images-idx3-ubyte.gz");
    try (GZIPOutputStream zip = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      zip.write(new byte[100_000]);
    }
    byte[] bytes = Files.readAllBytes(zipped);
    bytes[bytes.length - 5] ^= 1;
    Files.write(zipped, bytes);
    Path missing = data.resolve("mnist/t10k-labels-idx1-ubyte.gz");

    Cli.Result result = onRealData(data);

    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err().lines())
        .hasSize(4)
        .anySatisfy(
            line -> assertThat(line).startsWith(images + ": found a broken file (only 1000"))
        .anySatisfy(line -> assertThat(line).startsWith(labels + ": found a broken file (magic"))
        .anySatisfy(line -> assertThat(line).startsWith(zipped + ": found a broken file"))
        .anySatisfy(line -> assertThat(line).startsWith(missing + ": found no such file"))
        .allSatisfy(
            line -> assertThat(line).contains(", expected the published file of multimnist"));
  }

  @Test
  void anotherMatrixsFolder() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Files.writeString(taken.resolve("thesis.tex"), "");
    Cli.Result result = Cli.run("run", matrix("ls"), "--out", taken.toString());
    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err())
        .contains("--out: found " + taken, "thesis.tex", "expected a new or empty folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--device=tpu; --device: found tpu, expected one of auto, cpu",
        "--slots=0; --slots: found 0, expected a whole number from 1 to 1024",
        "--threads=-1; --threads: found -1, expected a whole number from 1 to 1024",
        "--slots=two; 'two' is not an int",
        "--budget=0; --budget: found 0.0, expected a number greater than 0, at most 1000",
        "--slot=1; Possible solutions: --slots"
      })
  void badOptions(String option, String message) throws IOException {
    Cli.Result result = Cli.run("run", matrix("ls"), option, out());
    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains(message).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "run quik; preset: found 'quik', expected one of quick, small, paper, paper-every-combination, code, methods, methods-real, ls-sweep, ls-sweep-real (nearest: 'quick')",
        "run no/such; no/such: found no such file, expected a matrix file",
        "run nosuch.yaml; nosuch.yaml: found no such file, expected a matrix file",
        "plan quik; preset: found 'quik'",
        "list mehtods; kind: found mehtods, expected one of datasets",
        "list method stll; method: found stll, expected one of aligned-mtl",
        "data where mnist; dataset: found mnist, expected one of cifar10mnist",
        "report no/such; no run.json, not a run folder",
        "runn; Unmatched argument",
        "data; Missing required command"
      })
  void badArguments(String line, String message) {
    Cli.Result result = Cli.run(line.split(" "));
    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains(message).doesNotContain("\tat ");
  }

  private void assertRefused(Cli.Result result, String... parts) {
    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains(parts).doesNotContain("\tat ");
    assertThat(folder.resolve("out")).as("nothing was started").doesNotExist();
  }

  private Cli.Result run(String matrix) {
    return Cli.run("run", matrix, out());
  }

  private Cli.Result onRealData(Path data) {
    return Cli.run("run", "small", "--data-dir=" + data, out());
  }

  private String out() {
    return "--out=" + folder.resolve("out");
  }

  private String matrix(String methods) throws IOException {
    return Cli.matrix(folder, "bad", methods);
  }
}

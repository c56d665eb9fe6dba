package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.cli.command.ExitCode;

/** Every mistake of a user ends with exit code 2 and says place, value and what is allowed. */
class BadInputTest {
  @TempDir Path folder;

  @Test
  void suggestsNearestMethodName() throws IOException {
    assertRejected(
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
  void rejectsUnknownKey() throws IOException {
    assertRejected(
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
  void reportsAllErrorsOfMatrixAtOnce() throws IOException {
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
    assertRejected(run(file), "datasets[0]", "methods[0]", "methods[1].config.epochs", "seeds[0]");
  }

  @Test
  void rejectsMissingDataFolder() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    String message = "data folder: found " + nowhere + ", which does not exist, expected";
    assertRejected(onRealData(nowhere), message);
    assertRejected(
        Cli.run("run", "small", "--data-dir=" + nowhere, out()),
        message,
        "the files of multimnist",
        "the files of cifar10mnist");
  }

  @Test
  void rejectsMissingTruncatedAndCorruptFiles() throws IOException {
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
            line -> assertThat(line).startsWith(images + ": found an invalid file (only 1000"))
        .anySatisfy(line -> assertThat(line).startsWith(labels + ": found an invalid file (magic"))
        .anySatisfy(line -> assertThat(line).startsWith(zipped + ": found an invalid file"))
        .anySatisfy(line -> assertThat(line).startsWith(missing + ": found no file"))
        .allSatisfy(
            line -> assertThat(line).contains(", expected the published file of multimnist"));
  }

  @Test
  void rejectsTruncatedFilesLabelsOutOfRangeAndFolders() throws IOException {
    Path data = folder.resolve("data");
    Path mnist = Files.createDirectories(data.resolve("mnist"));
    Path folderForFile = Files.createDirectory(mnist.resolve("train-images-idx3-ubyte"));
    Path labels = mnist.resolve("train-labels-idx1-ubyte");
    Files.write(
        labels, ByteBuffer.allocate(60008).putInt(0x801).putInt(60000).put((byte) 17).array());
    Path cut = mnist.resolve("t10k-images-idx3-ubyte.gz");
    try (GZIPOutputStream zip = new GZIPOutputStream(Files.newOutputStream(cut))) {
      zip.write(
          ByteBuffer.allocate(100_000).putInt(0x803).putInt(10000).putInt(28).putInt(28).array());
    }
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 100));
    Path locked = mnist.resolve("t10k-labels-idx1-ubyte");
    Files.write(locked, ByteBuffer.allocate(10008).putInt(0x801).putInt(10000).array());
    boolean unreadable = locked.toFile().setReadable(false) && !Files.isReadable(locked);

    Cli.Result result = onRealData(data);

    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err().lines())
        .hasSize(4)
        .anySatisfy(
            line ->
                assertThat(line).startsWith(folderForFile + ": found an invalid file (a folder"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(labels + ": found an invalid file (label 17 at index 0, expected"))
        .anySatisfy(
            line -> assertThat(line).startsWith(cut + ": found an invalid file (a gzip stream"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(locked + ": found a ")
                    // who may read everything sees a file of zeros instead
                    .contains(unreadable ? "without permission" : "not the published one"));
  }

  @Test
  void rejectsHugeAndNestedMatrixFiles() throws IOException {
    Path large = folder.resolve("large.yaml");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(100_000_000);
    }
    assertRejected(run(large.toString()), "large.yaml: found 100000000 bytes, expected a matrix");
    String bomb =
        "name: lol\na: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\nd: &d {e: *d}\n";
    assertRejected(
        run(Files.writeString(folder.resolve("bomb.yaml"), bomb).toString()),
        "bomb.yaml: found the alias *a at line 3",
        "aliases are not supported");
    String wide =
        "name: wide\narchitectures: [hps]\ndatasets: [multimnist-synthetic]\nmethods:\n"
            + IntStream.range(0, 2000)
                .mapToObj(i -> "- {id: ls, config: {seed: " + i + "}}\n")
                .collect(Collectors.joining())
            + "seeds: ["
            + IntStream.range(0, 2000).mapToObj(String::valueOf).collect(Collectors.joining(", "))
            + "]\n";
    Cli.Result many = run(Files.writeString(folder.resolve("wide.yaml"), wide).toString());
    assertThat(many.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(many.err().lines())
        .as("no flood")
        .hasSizeLessThanOrEqualTo(Failures.MAX_LINES + 1)
        .anySatisfy(line -> assertThat(line).matches("\\.\\.\\. and \\d+ more"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{id: ls, config: {epochs: 1e12}}; methods[0].config.epochs: found 1.0E12, expected",
        "{id: ls, config: {epochs: 1000000000000}}; methods[0].config.epochs: found 1000000000000",
        "{id: ls, config: {epochs: -1}}; methods[0].config.epochs: found -1, expected",
        "{id: ls, config: {learning-rate: .nan}}; line 6, column 48 (Malformed numeric value '.nan'), expected a finite number",
        "{id: ls, config: {learning-rate: .inf}}; line 6, column 48 (Malformed numeric value '.inf'), expected a finite number",
        "{id: ls, config: {learning-rate: fast}}; methods[0].config.learning-rate: found",
        "{id: ours, config: {k: 7}}; methods[0].config.k: found 7, expected a list"
      })
  void absurdNumbersAndWrongTypes(String method, String message) throws IOException {
    assertRejected(run(matrix(method)), message);
  }

  @Test
  void rejectsFolderOfOtherMatrix() throws IOException {
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
        "--slots=two; --slots: found two, expected a whole number",
        "--seed=1.5; --seed: found 1.5, expected a whole number",
        "--budget=half; --budget: found half, expected a number",
        "--checkpoint-every=often; --checkpoint-every: found often, expected a number",
        "--timeout=90; --timeout: found '90', expected a time in days, hours, minutes and seconds",
        "--timeout=0s; --timeout: found 0s, expected a time from 1 second to 365 days",
        "--timeout=999d; --timeout: found 999d, expected a time from 1 second",
        "--retry=-1; --retry: found -1, expected a whole number from 0 to 100",
        "--shard=0/2; --shard: found 0/2, expected i/n with i from 1 to n",
        "--shard=half; --shard: found 'half', expected i/n",
        "--budget=0; --budget: found 0.0, expected a number greater than 0, at most 1000",
        "--slot=1; option: found --slot, expected an option of 'mtlbench run'; did you mean '--slots'?"
      })
  void badOptions(String option, String message) throws IOException {
    Cli.Result result = Cli.run("run", matrix("ls"), option, out());
    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains(message).doesNotContain("\tat ", "not a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "run quik; preset: found 'quik', expected one of quick, small, paper, paper-every-combination, code, methods, methods-real, ls-sweep, ls-sweep-real, pareto-quick, pareto-multimnist, pareto-cifar10mnist, ours-compressed, unlike-tasks, nyuv2, cityscapes, celeba (nearest: 'quick')",
        "run no/such; no/such: found no file, expected a matrix file",
        "run nosuch.yaml; nosuch.yaml: found no file, expected a matrix file",
        "plan quik; preset: found 'quik'",
        "list mehtods; kind: found mehtods, expected one of datasets",
        "list method stll; method: found stll, expected one of aligned-mtl",
        "data where mnist; dataset: found mnist, expected one of arrays",
        "report no/such; not a run folder: run.json is missing",
        "report no/such --format=txt; --format: found txt, expected one of md,",
        "report no/such --format=md,htm; (nearest: '",
        "report no/such --format=pdf; --format: found pdf, expected one of md, html, tex, csv, jsonl, all",
        "report no/such --rope=-1; --rope: found -1.0, expected percentage points, at least 0",
        "report no/such --table=task; --table: found task, expected one of paper, tasks, statistics, efficiency, pareto, all (nearest: 'tasks')",
        "rnu; command: found rnu, expected one of run, pareto, plan, list, watch, report, model, work, cancel, data, doctor, gpu, new-plugin, completion, help; did you mean 'run'?",
        "data fecth; did you mean 'fetch'?",
        "data; command: found nothing, expected one of where, verify, fetch, show",
        "gpu; command: found nothing, expected one of install, check",
        "gpu install --from=target; --from: found target, expected the folder of a PyTorch, which contains lib/libtorch.so",
        "gpu install --source=pip; --source: found pip, expected one of maven, djl",
        "run quick small; argument: found small, expected no further argument",
        "new-plugin metric mine; KIND: found metric, expected one of method, architecture, dataset",
        "new-plugin dataset mine --as=weighting; --as: found weighting, expected nothing, since only methods have shapes",
        "new-plugin method mine --as=weigting; --as: found weigting, expected one of aggregation, weighting (nearest: 'weighting')",
        "new-plugin; Missing required parameters: 'KIND', 'NAME'"
      })
  void badArguments(String line, String message) {
    Cli.Result result = Cli.run(line.split(" "));
    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains(message).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"frobnicate", "observe"})
  void suggestsNoCommandForDistantNames(String command) {
    assertThat(Cli.run(command).err())
        .startsWith("command: found " + command + ", expected one of run, ")
        .doesNotContain("did you mean");
    assertThat(Cli.run("report", "no/such", "--format=pdf").err()).doesNotContain("nearest");
  }

  private void assertRejected(Cli.Result result, String... parts) {
    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains(parts).doesNotContain("\tat ");
    assertThat(folder.resolve("out")).as("nothing was started").doesNotExist();
  }

  private Cli.Result run(String matrix) {
    return Cli.run("run", matrix, out());
  }

  private Cli.Result onRealData(Path data) throws IOException {
    String matrix = "name: real\ndatasets: [multimnist]\narchitectures: [hps]\nmethods: [ls]\n";
    Path file = Files.writeString(folder.resolve("real.yaml"), matrix);
    return Cli.run("run", file.toString(), "--data-dir=" + data, out());
  }

  private String out() {
    return "--out=" + folder.resolve("out");
  }

  private String matrix(String methods) throws IOException {
    return Cli.matrix(folder, "bad", methods);
  }
}

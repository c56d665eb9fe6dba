package org.mtlbench.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.cli.Cli;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.engine.model.ScriptedModel;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.gradient.GradientMode;

class ModelCommandTest {
  private static final Shape INPUT = PaperNetworks.MULTI_MNIST.backbone().input();

  @TempDir Path folder;
  private Path file;
  private float[] examples;
  private float[] expected;

  /** A model whose second layer has 5 rows of 0 and two equal rows, of 10. */
  @BeforeEach
  void save() throws IOException {
    PluginChoice any = new PluginChoice("any", JsonNodeFactory.instance.objectNode().put("a", 1));
    try (NDManager manager = NDManager.newBaseManager()) {
      NetworkCase of = PaperNetworks.MULTI_MNIST;
      Network network = GraphRecorderTest.network("hps", of, manager);
      Parameter second =
          network.parameters().stream()
              .filter(p -> p.name().equals("trunk.conv2.weight"))
              .findFirst()
              .orElseThrow();
      try (GradientMode off = GradientMode.off()) {
        NDArray rows = second.rows().duplicate();
        rows.set(new NDIndex("0:5"), 0f);
        rows.set(new NDIndex(8), rows.get(6).duplicate());
        second.fromRows(rows).duplicate().copyTo(second.value());
      }
      SavedModel.write(
          folder,
          new CellSpec("0123456789abcdef", "Sparse", any, any, any, 3, 1),
          List.of("left", "right"),
          List.of(INPUT),
          network);
      NDArray x = manager.randomNormal(new Shape(4).addAll(INPUT));
      examples = x.toFloatArray();
      expected = network.predict(x, ForwardMode.EVALUATION).get(1).toFloatArray();
    }
    file = folder.resolve("0123456789abcdef.safetensors");
  }

  @Test
  void theExportedArchiveIsSmallerAndPredictsTheSame() throws IOException {
    Path archive = folder.resolve("model.pt");

    Cli.Result result = Cli.run("model", "export", file.toString(), "--out=" + archive);

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("outputs [left, right]")
        .containsPattern("parameters +22,350 +[0-9,]+ +1\\.[0-9]+")
        .contains("ms, batch of 1000", "times: medians, on 1 thread\n");
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.create(examples, new Shape(4).addAll(INPUT));
      float[] found =
          ScriptedModel.load(Files.newInputStream(archive), 1, manager)
              .predict(x, ForwardMode.EVALUATION)
              .get(1)
              .toFloatArray();
      assertThat(found).containsExactly(expected, within(1e-4f));
    }
  }

  @Test
  void aProgramWithoutMtlbenchLoadsTheArchive() throws IOException, InterruptedException {
    Path archive = folder.resolve("model.pt");
    Cli.run("model", "export", file.toString(), "--out=" + archive, "--no-times");
    String libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar") && !entry.contains("mtlbench-"))
            .collect(Collectors.joining(File.pathSeparator));
    Path output = folder.resolve("output.txt");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dai.djl.offline=true",
                "-cp",
                libraries,
                Path.of("..", "..", "docs", "examples", "load-model", "LoadModel.java").toString(),
                archive.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(program.waitFor()).as(Files.readString(output)).isZero();
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.ones(new Shape(2).addAll(INPUT));
      String predictions =
          ScriptedModel.load(Files.newInputStream(archive), 1, manager)
              .predict(x, ForwardMode.EVALUATION)
              .stream()
              .map(task -> String.valueOf(task.argMax(1)))
              .collect(Collectors.joining("\n"));
      assertThat(Files.readString(output)).contains(predictions);
    }
  }

  @Test
  void aDenseExportKeepsEveryNeuron() throws IOException {
    Path archive = folder.resolve("dense.pt");
    Cli.run("model", "export", file.toString(), "--out=" + archive, "--no-times");
    long small = Files.size(archive);
    Cli.run("model", "export", file.toString(), "--out=" + archive, "--no-times", "--dense");

    assertThat(Files.size(archive)).isGreaterThan(small);
  }

  @Test
  void showNamesTheRowsOfEveryLayer() {
    Cli.Result result = Cli.run("model", "show", file.toString());

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("Sparse on any, any, seed 3")
        .containsPattern("trunk\\.conv2\\.weight +20 x 10 x 5 x 5 +10 +5 +50\\.00 +4\n")
        .containsPattern("trunk +331 +5 +1\\.51\n")
        .containsPattern("network +431 +5 +1\\.16\n")
        // of 431 rows 5 are 0, which are one distinct row, and 1 is a copy
        .contains("CR 1.01 (all / distinct neuron rows), PS 1.00 (nonzero / distinct)")
        .contains("dense:      22,350 parameters");
  }

  @Test
  void theDrawingShowsEveryLayerAndItsSparsity() throws IOException {
    Path svg = folder.resolve("network.svg");

    Cli.Result result = Cli.run("model", "show", file.toString(), "--svg=" + svg);

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(svg))
        .contains("Sparse on any, any, seed 3", "trunk.conv1", "head1.linear", "head2.linear")
        .contains("convolution 5 x 5, 10 to 20", "SR 50.0 %, 4 distinct rows", "max pool 2")
        .contains("SR 0.0 %, 1 distinct row<");
  }

  @Test
  void badInputGetsOneMessage() throws IOException {
    Cli.Result none = Cli.run("model", "show", folder.resolve("none.json").toString());
    assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(none.err()).contains("none.json: found no file, expected the description");

    Path text = Files.writeString(folder.resolve("notes.md"), "notes");
    Cli.Result notes = Cli.run("model", "show", text.toString());
    assertThat(notes.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(notes.err()).contains("notes.md: not a saved model, expected a file that ends in");

    Path empty = Files.writeString(folder.resolve("empty.json"), "{}");
    Cli.Result other = Cli.run("model", "show", empty.toString());
    assertThat(other.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(other.err()).contains("not the description of a saved model, expected DIR/models");

    Cli.Result threads =
        Cli.run("model", "export", file.toString(), "--out=" + folder + "/m.pt", "--threads=0");
    assertThat(threads.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(threads.err()).contains("--threads: found 0, expected a whole number from 1 to");

    Cli.Result place = Cli.run("model", "export", file.toString(), "--out=" + folder);
    assertThat(place.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(place.err()).contains(", a folder, expected a file's name");
  }
}

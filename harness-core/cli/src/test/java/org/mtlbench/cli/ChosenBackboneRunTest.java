package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;

/** Trains backbones chosen by a matrix in worker processes. */
class ChosenBackboneRunTest {
  @TempDir Path folder;

  private String matrix(String architecture, String methods) throws IOException {
    Path file = Path.of(Cli.matrix(folder, "backbones", methods));
    String text = Files.readString(file);
    return Files.writeString(
            file, text.replace("architectures: [hps]", "architectures: [" + architecture + "]"))
        .toString();
  }

  @Test
  void representationMethodsTrainOnOtherBackbone() throws IOException {
    String mdmtn =
        "{id: mdmtn, config: {backbone: {id: mlp, config: {widths: [12, 8], dropout: 0.2}}}}";
    String hps = "{id: hps, config: {backbone: encoder-decoder}}";
    Path out = folder.resolve("out");
    String matrix =
        matrix(mdmtn, "{id: mtan, config: {weights: [[1, 1]], search-learning-rates: false}}, stl");

    Cli.Result run = Cli.run("run", matrix, "--out", out.toString(), "--device", "cpu");

    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE);
    List<CellRecord> cells = RunFolder.at(out).readCells().cells();
    assertThat(cells).hasSize(2).allMatch(CellRecord::hasResult);

    Path spatial = folder.resolve("spatial");
    Cli.Result dense =
        Cli.run(
            "run",
            matrix(hps, "{id: kdmtl, config: {lambdas: [[1, 1]]}}"),
            "--out",
            spatial.toString(),
            "--device",
            "cpu");

    assertThat(dense.code()).as(dense.out() + dense.err()).isEqualTo(ExitCode.DONE);
    assertThat(RunFolder.at(spatial).readCells().cells())
        .hasSize(1)
        .allMatch(CellRecord::hasResult);
  }

  @Test
  void planRejectsUnknownBackbone() throws IOException {
    Cli.Result plan = Cli.run("plan", matrix("{id: hps, config: {backbone: lenett}}", "stl"));

    assertThat(plan.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(plan.err().replaceAll("\\s+", " "))
        .contains("architectures[0].config.backbone: found lenett, expected one of")
        .contains("(nearest: 'lenet')");
  }
}

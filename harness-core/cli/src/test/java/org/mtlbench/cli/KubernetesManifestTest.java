package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;

/** Runs the command of a manifest as a pod does. */
class KubernetesManifestTest {
  @TempDir Path folder;

  private Cli.Result print(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                Cli.matrix(folder, "pods", "ls, mgda"),
                "--out=" + folder.resolve("my $(run)"),
                "--device=cpu",
                "--on=print",
                "--resource=image=registry.example/mtlbench:1"));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  @Test
  void podsOfManifestCarryOutTasks() throws IOException {
    Cli.Result printed = print("--resource=volumes=runs:" + folder);

    assertThat(printed.code()).as(printed.err()).isEqualTo(ExitCode.DONE);
    Path file = folder.resolve("my $(run)").resolve("kubernetes.yaml");
    String manifest = Files.readString(file);
    assertThat(printed.out())
        .contains(manifest.strip(), "submit with: kubectl apply -f '" + file + "'");
    JsonNode spec = new YAMLMapper().readTree(manifest).path("spec");
    assertThat(spec.path("completions").asInt()).isEqualTo(2);
    JsonNode arguments = spec.at("/template/spec/containers/0/args");
    for (int index = 0; index < 2; index++) {
      List<String> command = new ArrayList<>();
      for (JsonNode argument : arguments) {
        command.add(
            argument
                .asText()
                .replace("$(JOB_COMPLETION_INDEX)", String.valueOf(index))
                .replace("$$", "$"));
      }
      Cli.Result worked = Cli.run(command.toArray(String[]::new));
      assertThat(worked.code()).as(worked.err()).isEqualTo(ExitCode.DONE);
    }
    assertThat(RunFolder.at(folder.resolve("my $(run)")).readCells().cells())
        .hasSize(2)
        .allMatch(CellRecord::hasResult);
  }

  @Test
  void rejectsFolderOutsideOfVolumesBeforeItIsWritten() throws IOException {
    Cli.Result printed = print("--resource=volumes=runs:/elsewhere");

    assertThat(printed.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(printed.err()).contains("volumes: found ", "one with the run folder ");
    assertThat(folder.resolve("my $(run)")).doesNotExist();
  }
}

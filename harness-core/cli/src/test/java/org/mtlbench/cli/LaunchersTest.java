package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.launch.CommandLauncher;
import org.mtlbench.launch.Launcher;
import org.mtlbench.launch.LocalLauncher;
import org.mtlbench.launch.Resources;
import org.mtlbench.launch.contract.LauncherContract;
import org.mtlbench.toolbox.config.ConfigBinder;

/** The launchers that need no cluster, and the command line of all. */
class LaunchersTest {
  @TempDir Path scratch;

  private abstract static class Contract extends LauncherContract {
    @Override
    protected Path matrix(Path folder) throws IOException {
      String two = "{id: ls, label: \"a 'b' $(exit 9)\"}, {id: mgda}";
      return Path.of(Cli.matrix(folder, "launchers", two));
    }

    @Override
    protected List<String> program() {
      return Invocation.program();
    }
  }

  @Nested
  class Local extends Contract {
    @Override
    protected Launcher launcher() {
      return new LocalLauncher();
    }
  }

  @Nested
  class ByCommand extends Contract {
    @Override
    protected Launcher launcher() {
      return new CommandLauncher();
    }

    @Override
    protected Resources resources() {
      ObjectNode chosen = JsonNodeFactory.instance.objectNode();
      chosen.put("template", "{program} work {dir} --index {index}").put("parallel", 1);
      return ConfigBinder.bind(Resources.NONE, chosen, "resources");
    }
  }

  private String[] run(String... more) throws IOException {
    String matrix = Cli.matrix(scratch, "one", "{id: ls}");
    List<String> arguments =
        new ArrayList<>(List.of("run", matrix, "--device=cpu", "--out=" + scratch.resolve("out")));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  @Test
  void failedCommandIsRowWithItsExitCode() throws IOException {
    Cli.Result result =
        Cli.run(run("--on=command", "--resource=template=sh -c 'echo no node; exit 7' {index}"));
    assertThat(result.code()).as(result.err()).isEqualTo(3);
    assertThat(result.out() + result.err()).contains("exit code 7").contains("command-0.log");
  }

  @Test
  void rejectsUnknownLaunchersProfilesAndKeys() throws IOException {
    assertThat(Cli.run(run("--on=slrum")).err())
        .contains("--on: found 'slrum'")
        .contains("command, local, print, slurm");
    Path clusters = Files.writeString(scratch.resolve("clusters.yaml"), "small: {partition: a}\n");
    assertThat(Cli.run(run("--clusters=" + clusters, "--profile=big")).err())
        .contains("--profile: found 'big', expected one of small");
    assertThat(Cli.run(run("--resource=partiton=a")).err()).contains("partiton");
    assertThat(Cli.run(run("--on=command")).err()).contains("template");
    assertThat(Cli.run(run("--on=print", "--resource=partition=a\nb")).err())
        .contains("line breaks");
  }

  @Test
  void printsReadableScriptWithLiteralValues() throws IOException {
    Path clusters =
        Files.writeString(
            scratch.resolve("clusters.yaml"),
            """
            big:
              partition: gpu
              time: "2:00:00"
              constraint: a100|h100
              prologue: [module load cuda/12.4, export A=1]
              options: [--qos=long]
            """);
    Cli.Result result =
        Cli.run(run("--on=print", "--clusters=" + clusters, "--profile=big", "--resource=time=1"));
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("#SBATCH --partition=gpu\n")
        .contains("#SBATCH --time=1\n")
        .contains("#SBATCH --signal=B:TERM@15\n")
        .contains("#SBATCH --qos=long\n")
        .contains("module load cuda/12.4\nexport A=1\n")
        // what #SBATCH cannot quote is an argument of sbatch
        .contains("'--constraint=a100|h100'");
  }
}

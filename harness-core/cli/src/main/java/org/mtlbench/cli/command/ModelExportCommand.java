package org.mtlbench.cli.command;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mtlbench.cli.option.ModelArgument;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.engine.model.Compression;
import org.mtlbench.engine.model.GraphRecorder;
import org.mtlbench.engine.model.ModelCost;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.engine.model.TorchScriptArchive;
import org.mtlbench.engine.run.RunOptions;
import org.mtlbench.results.folder.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a trained model as a TorchScript archive. */
@Command(
    name = "export",
    description = {
      "Write a trained model as a TorchScript archive, which any libtorch loads.",
      "Pruned neurons are removed and shared rows are stored once; predictions stay the same."
    },
    mixinStandardHelpOptions = true)
final class ModelExportCommand implements Callable<Integer> {
  private static final int BATCH = 1000;

  @Spec private CommandSpec spec;
  @Mixin private ModelArgument model;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The archive to write, for example model.pt.")
  private Path out;

  @Option(names = "--dense", description = "Keep pruned neurons and every copy of shared rows.")
  private boolean dense;

  @Option(names = "--no-times", description = "Do not measure the time of predictions.")
  private boolean noTimes;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of the predictions whose time is measured; default 1.")
  private int threads;

  @Override
  public Integer call() throws IOException {
    OutputFile.check("--out", out);
    RunOptions.checkWidth(1, threads);
    SavedModel saved = SavedModel.read(model.file());
    try (NDManager manager = NDManager.newBaseManager()) {
      GraphRecorder.Recording whole = saved.recording(model.file(), manager);
      GraphRecorder.Recording small = Compression.of(whole, manager);
      GraphRecorder.Recording chosen = dense ? whole : small;
      AtomicFile.write(
          out, stream -> TorchScriptArchive.write(chosen.graph(), chosen.tensors(), stream));
      PrintWriter text = spec.commandLine().getOut();
      text.println(
          out
              + ": inputs "
              + saved.inputs()
              + " with the batch first, float32; outputs "
              + saved.tasks());
      text.println();
      table(saved, whole, small, manager).forEach(text::println);
    }
    return ExitCode.DONE;
  }

  private List<String> table(
      SavedModel saved,
      GraphRecorder.Recording whole,
      GraphRecorder.Recording small,
      NDManager manager)
      throws IOException {
    ModelCost before = ModelCost.of(whole);
    ModelCost after = ModelCost.of(small);
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(Locale.ROOT, "%-28s %14s %14s %7s", "", "dense", "compressed", "ratio"));
    lines.add(counts("file, bytes", before.bytes(), after.bytes()));
    lines.add(counts("parameters", before.parameters(), after.parameters()));
    lines.add(counts("multiply-adds per example", before.multiplyAdds(), after.multiplyAdds()));
    if (!noTimes) {
      for (int batch : new int[] {1, BATCH}) {
        List<Double> times =
            ModelCost.milliseconds(List.of(whole, small), saved.inputs(), batch, threads, manager);
        double slow = times.get(0);
        double fast = times.get(1);
        lines.add(
            String.format(
                Locale.ROOT,
                "%-28s %14.3f %14.3f %7.2f",
                "ms, batch of " + batch,
                slow,
                fast,
                slow / fast));
      }
      lines.add("times: medians, on " + Formatting.count(threads, "thread"));
    }
    return lines;
  }

  private static String counts(String name, long before, long after) {
    return String.format(
        Locale.ROOT, "%-28s %,14d %,14d %7.2f", name, before, after, (double) before / after);
  }
}

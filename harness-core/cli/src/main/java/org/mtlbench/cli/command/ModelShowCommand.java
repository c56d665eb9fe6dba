package org.mtlbench.cli.command;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.engine.model.Compression;
import org.mtlbench.engine.model.GraphRecorder;
import org.mtlbench.engine.model.ModelCost;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.engine.model.SavedModel.Layer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes a trained model. */
@Command(
    name = "show",
    description = "Show the layers of a trained model, their sparsity and sharing, and its size.",
    mixinStandardHelpOptions = true)
final class ModelShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A model of a run: DIR/models/CELL.safetensors.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    SavedModel saved = SavedModel.read(file);
    out.println(
        saved.cell().label()
            + " on "
            + saved.cell().architecture().id()
            + ", "
            + saved.cell().dataset().id()
            + ", seed "
            + saved.cell().seed());
    out.println("inputs " + saved.inputs() + ", tasks " + String.join(", ", saved.tasks()));
    out.println("method " + saved.cell().method().config());
    out.println();
    layers(saved).forEach(out::println);
    out.println();
    if (saved.graph().isEmpty()) {
      out.println("forward pass not recorded: " + saved.notRecorded().orElse("unknown"));
      return ExitCode.DONE;
    }
    try (NDManager manager = NDManager.newBaseManager()) {
      GraphRecorder.Recording whole = saved.recording(file, manager);
      out.println("dense:      " + size(ModelCost.of(whole)));
      out.println("compressed: " + size(ModelCost.of(Compression.of(whole, manager))));
    }
    return ExitCode.DONE;
  }

  private static String size(ModelCost cost) {
    return String.format(
        Locale.ROOT,
        "%,d parameters, %,d multiply-adds per example, %,d bytes",
        cost.parameters(),
        cost.multiplyAdds(),
        cost.bytes());
  }

  private static List<String> layers(SavedModel saved) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-34s %-18s %6s %6s %7s %9s",
            "tensor",
            "shape",
            "rows",
            "zero",
            "SR %",
            "distinct"));
    for (Layer layer : saved.layers()) {
      String shape = layer.shape().stream().map(String::valueOf).collect(Collectors.joining(" x "));
      boolean rows = layer.kind() == Parameter.Kind.KERNEL || layer.kind() == Parameter.Kind.MATRIX;
      if (!rows) {
        lines.add(String.format(Locale.ROOT, "%-34s %s", layer.name(), shape));
        continue;
      }
      int count = Math.toIntExact(layer.shape().get(1));
      int zero = layer.zeroRows().size();
      int copies = layer.clusters().stream().mapToInt(cluster -> cluster.size() - 1).sum();
      lines.add(
          String.format(
              Locale.ROOT,
              "%-34s %-18s %6d %6d %7.2f %9d",
              layer.name(),
              shape,
              count,
              zero,
              100.0 * zero / count,
              count - zero - copies));
    }
    return lines;
  }
}

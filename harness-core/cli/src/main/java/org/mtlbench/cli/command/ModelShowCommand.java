package org.mtlbench.cli.command;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.cli.drawing.NetworkDrawing;
import org.mtlbench.engine.model.Compression;
import org.mtlbench.engine.model.GraphRecorder;
import org.mtlbench.engine.model.ModelCost;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.engine.model.SavedModel.Layer;
import org.mtlbench.reports.plot.CanvasRenderer;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.SvgCanvas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--svg",
      paramLabel = "OTHER",
      description = "Also draw the network to this SVG file.")
  private Path svg;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    SavedModel saved = SavedModel.read(file);
    if (svg != null) {
      OutputFile.check("--svg", svg);
      Chart drawing = NetworkDrawing.of(saved, saved.forwardPass(file));
      Files.writeString(svg, SvgCanvas.document(drawing, new CanvasRenderer().svg(drawing)) + "\n");
    }
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
    components(saved).forEach(out::println);
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
    if (svg != null) {
      out.println("drawing: " + svg);
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

  /** Rows of the components, whose name is the first part of a tensor's, and of the network. */
  private static List<String> components(SavedModel saved) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    for (Layer layer : saved.layers()) {
      if (layer.kind() == Parameter.Kind.KERNEL || layer.kind() == Parameter.Kind.MATRIX) {
        for (String name : List.of(layer.name().replaceFirst("\\..*", ""), "network")) {
          long[] count = counts.computeIfAbsent(name, key -> new long[2]);
          count[0] += layer.shape().get(1);
          count[1] += layer.zeroRows().size();
        }
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "%-34s %-18s %6s %6s %7s", "component", "", "rows", "zero", "SR %"));
    Stream.concat(
            counts.keySet().stream().filter(name -> !name.equals("network")), Stream.of("network"))
        .forEach(
            name ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "%-34s %-18s %6d %6d %7.2f",
                        name,
                        "",
                        counts.get(name)[0],
                        counts.get(name)[1],
                        100.0 * counts.get(name)[1] / counts.get(name)[0])));
    return lines;
  }
}

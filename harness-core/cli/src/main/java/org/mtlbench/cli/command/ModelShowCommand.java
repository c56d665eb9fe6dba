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
import org.mtlbench.cli.drawing.NetworkDrawing;
import org.mtlbench.cli.option.ModelArgument;
import org.mtlbench.engine.model.Compression;
import org.mtlbench.engine.model.GraphRecorder;
import org.mtlbench.engine.model.ModelCost;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.engine.model.SavedModel.Layer;
import org.mtlbench.reports.plot.CanvasRenderer;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.SvgCanvas;
import org.mtlbench.results.SparsityRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Describes a trained model. */
@Command(
    name = "show",
    description = "Show the layers of a trained model, their sparsity and sharing, and its size.",
    mixinStandardHelpOptions = true)
final class ModelShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelArgument model;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Also draw the network to this SVG file.")
  private Path svg;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    SavedModel saved = SavedModel.read(model.file());
    if (svg != null) {
      OutputFile.check("--svg", svg);
      Chart drawing = NetworkDrawing.of(saved, saved.forwardPass(model.file()));
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
    sharing(saved).forEach(out::println);
    out.println();
    if (saved.graph().isEmpty()) {
      out.println("forward pass not recorded: " + saved.notRecorded().orElse("unknown"));
      return ExitCode.DONE;
    }
    try (NDManager manager = NDManager.newBaseManager()) {
      GraphRecorder.Recording whole = saved.recording(model.file(), manager);
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
      if (!layer.hasRows()) {
        lines.add(String.format(Locale.ROOT, "%-34s %s", layer.name(), shape));
        continue;
      }
      int zero = layer.zeroRows().size();
      lines.add(
          String.format(
              Locale.ROOT,
              "%-34s %-18s %6d %6d %7.2f %9d",
              layer.name(),
              shape,
              layer.rows(),
              zero,
              100.0 * zero / layer.rows(),
              layer.distinctRows()));
    }
    return lines;
  }

  /** CR and PS as in records: the zero rows of a layer are one of its distinct rows. */
  private static List<String> sharing(SavedModel saved) {
    long rows = 0;
    long zero = 0;
    long distinct = 0;
    for (Layer layer : saved.layers()) {
      if (layer.hasRows()) {
        rows += layer.rows();
        zero += layer.zeroRows().size();
        distinct += layer.distinctRows() + (layer.zeroRows().isEmpty() ? 0 : 1);
      }
    }
    if (rows == 0) {
      return List.of();
    }
    SparsityRecord sparsity = SparsityRecord.ofRows(rows, zero, distinct, 0);
    return List.of(
        String.format(
            Locale.ROOT,
            "CR %.2f (all / distinct neuron rows), PS %.2f (nonzero / distinct), with the zero rows"
                + " of a layer as one distinct row",
            sparsity.cr(),
            sparsity.ps()));
  }

  /** Rows of the components, whose name is the first part of a tensor's, and of the network. */
  private static List<String> components(SavedModel saved) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    for (Layer layer : saved.layers()) {
      if (layer.hasRows()) {
        for (String name : List.of(SparsityRecord.component(layer.name()), "network")) {
          long[] count = counts.computeIfAbsent(name, key -> new long[2]);
          count[0] += layer.rows();
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

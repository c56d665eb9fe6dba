package org.mtlbench.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Role;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.results.folder.AtomicFile;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.ResultsJson;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * The trained model of a cell in two files: {@code ID.json} with its configuration, structure,
 * masks and clusters, and {@code ID.safetensors} with its tensors by name.
 *
 * @param schema version of the description, {@link RunFolder#MODEL_SCHEMA}
 * @param cell the cell with its full configuration
 * @param tasks names of the tasks, in the order of the outputs
 * @param inputs shape of each input without the batch axis: one, or one per task
 * @param layers the tensors of the model
 * @param graph the forward pass; absent if it cannot be recorded
 * @param notRecorded why there is no graph
 */
public record SavedModel(
    int schema,
    CellSpec cell,
    List<String> tasks,
    List<List<Long>> inputs,
    List<Layer> layers,
    Optional<ModelGraph> graph,
    Optional<String> notRecorded) {
  private static final String DESCRIPTION = ".json";
  private static final String TENSORS = ".safetensors";

  /** Checks for null and makes defensive copies. */
  public SavedModel {
    Objects.requireNonNull(cell, "cell");
    tasks = List.copyOf(tasks);
    inputs = inputs.stream().map(List::copyOf).toList();
    layers = List.copyOf(layers);
    Objects.requireNonNull(graph, "graph");
    Objects.requireNonNull(notRecorded, "not-recorded");
  }

  /**
   * A tensor of the model.
   *
   * @param name unique name
   * @param kind kernel, matrix, vector, scalar or buffer
   * @param task index of the only task that uses it; absent if it is shared
   * @param shape its shape
   * @param zeroRows the mask: indices of neuron rows that are 0; empty without rows
   * @param clusters groups of at least two equal rows other than 0; empty without rows
   */
  public record Layer(
      String name,
      Parameter.Kind kind,
      Optional<Integer> task,
      List<Long> shape,
      List<Integer> zeroRows,
      List<List<Integer>> clusters) {
    /** Makes defensive copies. */
    public Layer {
      shape = List.copyOf(shape);
      zeroRows = List.copyOf(zeroRows);
      clusters = clusters.stream().map(List::copyOf).toList();
    }

    /** Whether it has neuron rows, that is, is a kernel or a matrix. */
    public boolean hasRows() {
      return kind == Parameter.Kind.KERNEL || kind == Parameter.Kind.MATRIX;
    }

    /** The number of neuron rows of a kernel or matrix. */
    public int rows() {
      return Math.toIntExact(shape.get(1));
    }

    /** The number of distinct neuron rows other than 0 of a kernel or matrix. */
    public int distinctRows() {
      int copies = clusters.stream().mapToInt(cluster -> cluster.size() - 1).sum();
      return rows() - zeroRows.size() - copies;
    }

    static Layer of(Parameter parameter) {
      Map<List<Float>, List<Integer>> rows = new LinkedHashMap<>();
      if (parameter.hasRows()) {
        try (NDScope scope = new NDScope()) {
          NDArray matrix = parameter.rows();
          int width = Math.toIntExact(matrix.size() / parameter.rowCount());
          float[] values = matrix.toFloatArray();
          for (int row = 0; row < parameter.rowCount(); row++) {
            List<Float> entries = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
              // adding 0 makes the negative 0 positive
              entries.add(values[row * width + i] + 0f);
            }
            rows.computeIfAbsent(entries, key -> new ArrayList<>()).add(row);
          }
        }
      }
      List<Integer> zero = List.of();
      List<List<Integer>> clusters = new ArrayList<>();
      for (Map.Entry<List<Float>, List<Integer>> group : rows.entrySet()) {
        if (group.getKey().stream().allMatch(value -> value == 0)) {
          zero = group.getValue();
        } else if (group.getValue().size() > 1) {
          clusters.add(group.getValue());
        }
      }
      return new Layer(
          parameter.name(),
          parameter.kind(),
          parameter.shared()
              ? Optional.empty()
              : Optional.of(((Role.OfTask) parameter.role()).task()),
          Arrays.stream(parameter.value().getShape().getShape()).boxed().toList(),
          zero,
          clusters);
    }
  }

  /**
   * Saves a model; replaces an older one.
   *
   * @param folder created if missing
   * @param inputs shape of each input without the batch axis
   */
  public static void write(
      Path folder, CellSpec cell, List<String> tasks, List<Shape> inputs, Model model)
      throws IOException {
    try (GradientMode off = GradientMode.off();
        NDManager manager = model.parameters().get(0).value().getManager().newSubManager()) {
      Map<String, NDArray> tensors = new LinkedHashMap<>();
      model.parameters().forEach(p -> tensors.put(p.name(), p.value()));
      Optional<ModelGraph> graph = Optional.empty();
      Optional<String> notRecorded = Optional.empty();
      try {
        GraphRecorder.Recording recording = GraphRecorder.record(model, inputs, manager);
        graph = Optional.of(recording.graph());
        tensors.putAll(recording.tensors());
      } catch (UnsupportedOperationException | ClassCastException e) {
        notRecorded = Optional.of(String.valueOf(e.getMessage()));
      }
      SavedModel saved =
          new SavedModel(
              RunFolder.MODEL_SCHEMA,
              cell,
              tasks,
              inputs.stream()
                  .map(shape -> Arrays.stream(shape.getShape()).boxed().toList())
                  .toList(),
              model.parameters().stream().map(Layer::of).toList(),
              graph,
              notRecorded);
      Files.createDirectories(folder);
      AtomicFile.write(folder.resolve(cell.id() + TENSORS), encoded(tensors));
      AtomicFile.write(
          folder.resolve(cell.id() + DESCRIPTION),
          mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(saved));
    }
  }

  private static byte[] encoded(Map<String, NDArray> tensors) {
    try (NDScope scope = new NDScope()) {
      NDList list = new NDList();
      tensors.forEach(
          (name, tensor) -> {
            NDArray copy = tensor.duplicate();
            copy.setName(name);
            list.add(copy);
          });
      return list.encode(NDList.Encoding.SAFETENSORS);
    }
  }

  /** The name of the description of a cell's model. */
  static String description(String cell) {
    return cell + DESCRIPTION;
  }

  /** Deletes the model of a cell, if there is one. */
  static void delete(Path folder, String cell) throws IOException {
    Files.deleteIfExists(folder.resolve(cell + DESCRIPTION));
    Files.deleteIfExists(folder.resolve(cell + TENSORS));
  }

  /**
   * Reads the description of a model.
   *
   * @param file the file {@code ID.json}, or {@code ID.safetensors} beside it
   * @throws HarnessException if it is missing or not a description of this version
   */
  public static SavedModel read(Path file) throws IOException {
    Path description = sibling(file, DESCRIPTION);
    if (!Files.isRegularFile(description)) {
      throw new HarnessException(
          ErrorCategory.CONFIG,
          Files.isRegularFile(file) && !file.toString().endsWith(TENSORS)
              ? file + ": not a saved model, expected a file that ends in .safetensors or .json"
              : description + ": found no file, expected the description of a saved model",
          "Models are in the folder models of a run; name one of its files");
    }
    try {
      JsonNode tree = mapper().readTree(Files.readAllBytes(description));
      int schema = tree.path("schema").asInt(0);
      if (!tree.path("layers").isArray() || schema < 1) {
        throw notADescription(description, null);
      }
      if (schema != RunFolder.MODEL_SCHEMA) {
        throw new HarnessException(
            ErrorCategory.CONFIG,
            description + ": found schema " + schema + ", expected " + RunFolder.MODEL_SCHEMA,
            "Use the version of mtlbench that saved it");
      }
      return mapper().treeToValue(tree, SavedModel.class);
    } catch (JsonProcessingException e) {
      throw notADescription(description, e);
    }
  }

  private static HarnessException notADescription(Path file, Throwable cause) {
    return new HarnessException(
        ErrorCategory.CONFIG,
        file + ": not the description of a saved model, expected DIR/models/CELL.json",
        "Name a file in the folder models of a run",
        cause);
  }

  /**
   * The forward pass.
   *
   * @param file as for {@link #read}, for the message
   * @throws HarnessException if it could not be recorded
   */
  public ModelGraph forwardPass(Path file) {
    return graph.orElseThrow(
        () ->
            new HarnessException(
                ErrorCategory.CONFIG,
                file
                    + ": the forward pass of this model could not be recorded: it uses "
                    + notRecorded.orElse("an unknown operation"),
                "Its tensors are in the safetensors file"));
  }

  /**
   * The model with its tensors.
   *
   * @param file as for {@link #read}
   * @param manager owner of the tensors
   * @throws HarnessException if its forward pass could not be recorded
   */
  public GraphRecorder.Recording recording(Path file, NDManager manager) throws IOException {
    Set<String> trained =
        layers.stream()
            .filter(layer -> layer.kind() != Parameter.Kind.BUFFER)
            .map(Layer::name)
            .collect(Collectors.toSet());
    return new GraphRecorder.Recording(forwardPass(file), tensors(file, manager), trained);
  }

  /** Reads the tensors of a model. */
  public static Map<String, NDArray> tensors(Path file, NDManager manager) throws IOException {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    byte[] bytes = Files.readAllBytes(sibling(file, TENSORS));
    NDList.decode(manager, bytes).forEach(tensor -> tensors.put(tensor.getName(), tensor));
    return tensors;
  }

  private static Path sibling(Path file, String extension) {
    String name = String.valueOf(file.getFileName());
    String stem =
        name.endsWith(TENSORS)
            ? name.substring(0, name.length() - TENSORS.length())
            : name.endsWith(DESCRIPTION)
                ? name.substring(0, name.length() - DESCRIPTION.length())
                : name;
    return file.resolveSibling(stem + extension);
  }

  private static JsonMapper mapper() {
    return ResultsJson.newMapper();
  }
}

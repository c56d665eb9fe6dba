package org.mtlbench.reports.similarity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.Measure;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.ResultsJson;

/** Reads the saved model of a cell and computes the similarity maps of its sparse layers. */
final class ModelMaps {
  private static final int MAX_LAYERS = 24;

  // Multiply-adds per model and order, which take some seconds on one core.
  private static final double MAX_PRODUCTS = 2e9;

  private final Path description;
  private final Path tensors;
  private final CellRecord cell;

  /** The model of a cell, which may not exist. */
  ModelMaps(RunFolder folder, CellRecord cell) {
    this.description = folder.models().resolve(cell.id() + ".json");
    this.tensors = folder.models().resolve(cell.id() + ".safetensors");
    this.cell = cell;
  }

  /** Whether the model was saved. */
  boolean exists() {
    return Files.exists(description);
  }

  /**
   * The maps of the layers that have zero rows, clusters of equal rows, or a limit of their
   * sparsity rate; not those of layers with a single row.
   *
   * @param missing receives a sentence for layers that are left out
   * @throws IOException if a file is missing, damaged or of another version
   */
  List<LayerMaps> read(Consumer<String> missing) throws IOException {
    List<ModelLayer> all = layers().stream().filter(ModelLayer::hasRows).toList();
    List<ModelLayer> shown = new ArrayList<>(all);
    shown.removeIf(layer -> !isRegularised(layer));
    for (ModelLayer layer : List.copyOf(shown)) {
      if (layer.bytes() > TensorFile.MAX_TENSOR_BYTES) {
        missing.accept(
            layer.name()
                + " is larger than the limit of "
                + PlainFile.size(TensorFile.MAX_TENSOR_BYTES));
        shown.remove(layer);
      }
    }
    if (shown.size() > MAX_LAYERS) {
      missing.accept("drawn for the first " + MAX_LAYERS + " of " + shown.size() + " layers");
      shown = shown.subList(0, MAX_LAYERS);
    }
    if (shown.isEmpty()) {
      return List.of();
    }
    TensorFile file = TensorFile.open(tensors);
    List<LayerMaps> maps = new ArrayList<>();
    for (ModelLayer layer : shown) {
      String component = component(layer);
      List<ModelLayer> members =
          all.stream().filter(other -> component(other).equals(component)).toList();
      int every = every(layer, MAX_PRODUCTS / shown.size());
      NeuronRows rows = NeuronRows.of(layer, file.read(layer), every);
      Map<RowOrder, SimilarityMap> byOrder = new EnumMap<>(RowOrder.class);
      for (RowOrder order : RowOrder.values()) {
        byOrder.put(order, SimilarityMap.of(rows, order.of(rows)));
      }
      maps.add(
          new LayerMaps(
              component, members.indexOf(layer) + 1, members.size(), layer, every, byOrder));
    }
    return maps;
  }

  private List<ModelLayer> layers() throws IOException {
    ResultsJson json = new ResultsJson();
    String place = description.toString();
    ObjectNode tree = json.readTree(place, PlainFile.read(description, RunFolder.MAX_RECORD_BYTES));
    ResultsJson.checkSchema(place, tree, RunFolder.MODEL_SCHEMA, RunFolder.MODEL_SCHEMA);
    if (!tree.path("layers").isArray()) {
      throw new CorruptRecordException(place, "not the description of a model: no list \"layers\"");
    }
    List<ModelLayer> layers = new ArrayList<>();
    for (JsonNode layer : tree.path("layers")) {
      if (layer.isNull()) {
        throw new CorruptRecordException(place, "an entry of \"layers\" is null");
      }
      layers.add(json.bind(place, layer, ModelLayer.class));
    }
    return layers;
  }

  private boolean isRegularised(ModelLayer layer) {
    return layer.rows() > 1
        && (!layer.zeroRows().isEmpty()
            || !layer.clusters().isEmpty()
            || Measure.CAP.find(cell.measures(), layer.name()).isPresent());
  }

  /** The part of the network that a layer belongs to. */
  private String component(ModelLayer layer) {
    return cell.sparsity().flatMap(SparsityRecord::components).orElse(List.of()).stream()
        .map(SparsityRecord.RowCounts::name)
        .filter(name -> layer.name().startsWith(name + "."))
        .findFirst()
        .orElseGet(() -> SparsityRecord.component(layer.name()));
  }

  /** 1 if all rows of a layer can be compared, otherwise n for every n-th. */
  private static int every(ModelLayer layer, double maxProducts) {
    double nonzero = layer.rows() - layer.zeroRows().size();
    double columns = layer.bytes() / Float.BYTES / layer.rows();
    return Math.max(1, (int) Math.ceil(Math.sqrt(nonzero * nonzero / 2 * columns / maxProducts)));
  }
}

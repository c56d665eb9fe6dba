package org.mtlbench.cli.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.engine.model.ModelGraph;
import org.mtlbench.engine.model.Operation;

/**
 * Positions of the layers of a network in columns from left to right, so that every layer is to the
 * right of those that it reads. An operation without a weight and with one input belongs to the box
 * of its input. A connection over several columns has a position in each of them, so that it does
 * not cross a box.
 */
final class NetworkLayout {
  private final ModelGraph graph;
  private final Map<Integer, Box> boxOfNode = new LinkedHashMap<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Connection> connections = new ArrayList<>();
  private final List<List<Slot>> columns = new ArrayList<>();

  /** A place in a column: of a box, or of a connection that passes. */
  static class Slot {
    private final int column;
    private final List<Slot> sources = new ArrayList<>();
    private double row;

    Slot(int column) {
      this.column = column;
    }

    /** The column, counted from 0. */
    int column() {
      return column;
    }

    /** The row, relative to the middle. */
    double row() {
      return row;
    }
  }

  /** A layer with a weight, an input, or an operation with several inputs. */
  static final class Box extends Slot {
    private final Operation operation;
    private final List<Operation> further = new ArrayList<>();

    private Box(Operation operation, int column) {
      super(column);
      this.operation = operation;
    }

    Operation operation() {
      return operation;
    }

    /** The operations without weights that follow. */
    List<Operation> further() {
      return further;
    }
  }

  /** A connection between two boxes, from left to right through a position in every column. */
  record Connection(List<Slot> slots) {}

  /** Computes the positions. */
  NetworkLayout(ModelGraph graph) {
    this.graph = graph;
    for (int i = 0; i < graph.nodes().size(); i++) {
      add(i);
    }
    for (Slot slot : boxes) {
      column(slot.column()).add(slot);
    }
    connections.forEach(
        connection -> {
          List<Slot> slots = connection.slots();
          slots.subList(1, slots.size() - 1).forEach(slot -> column(slot.column()).add(slot));
          for (int i = 1; i < slots.size(); i++) {
            slots.get(i).sources.add(slots.get(i - 1));
          }
        });
    columns.forEach(NetworkLayout::assignRows);
  }

  private List<Slot> column(int index) {
    while (columns.size() <= index) {
      columns.add(new ArrayList<>());
    }
    return columns.get(index);
  }

  private void add(int index) {
    ModelGraph.Node node = graph.nodes().get(index);
    if (node.operation() instanceof Operation.Tensor) {
      return;
    }
    List<Box> read =
        node.inputs().stream().map(boxOfNode::get).filter(box -> box != null).distinct().toList();
    if (read.size() == 1 && !isLayer(node.operation())) {
      read.get(0).further.add(node.operation());
      boxOfNode.put(index, read.get(0));
      return;
    }
    int column = read.stream().mapToInt(Box::column).max().orElse(-1) + 1;
    Box box = new Box(node.operation(), column);
    boxes.add(box);
    boxOfNode.put(index, box);
    for (Box source : read) {
      List<Slot> slots = new ArrayList<>(List.of(source));
      for (int between = source.column() + 1; between < column; between++) {
        slots.add(new Slot(between));
      }
      slots.add(box);
      connections.add(new Connection(slots));
    }
  }

  private static boolean isLayer(Operation operation) {
    return operation instanceof Operation.Convolution || operation instanceof Operation.Linear;
  }

  /** Orders a column by the mean row of what its slots read, around the middle. */
  private static void assignRows(List<Slot> column) {
    column.sort(
        Comparator.comparingDouble(
            slot -> slot.sources.stream().mapToDouble(Slot::row).average().orElse(0)));
    for (int i = 0; i < column.size(); i++) {
      column.get(i).row = i - (column.size() - 1) / 2.0;
    }
  }

  List<Box> boxes() {
    return boxes;
  }

  List<Connection> connections() {
    return connections;
  }

  int columns() {
    return columns.size();
  }

  /** The number of rows of the longest column. */
  int rows() {
    return columns.stream().mapToInt(List::size).max().orElse(0);
  }
}

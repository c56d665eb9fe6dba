package org.mtlbench.engine.model;

import java.util.List;

/**
 * The forward pass of a model in evaluation: operations in an order in which they can be computed.
 *
 * @param nodes every node reads only earlier ones
 * @param outputs indices of the nodes that are the outputs of the tasks, in order
 */
public record ModelGraph(List<Node> nodes, List<Integer> outputs) {
  /** Makes defensive copies, and checks the indices. */
  public ModelGraph {
    nodes = List.copyOf(nodes);
    outputs = List.copyOf(outputs);
    for (int i = 0; i < nodes.size(); i++) {
      for (int input : nodes.get(i).inputs()) {
        if (input < 0 || input >= i) {
          throw new IllegalArgumentException(
              "node " + i + ": found input " + input + ", expected an earlier node");
        }
      }
    }
  }

  /**
   * An operation and its inputs.
   *
   * @param inputs indices of the nodes that it reads
   * @param shape shape of its value without the batch axis
   */
  public record Node(Operation operation, List<Integer> inputs, List<Long> shape) {
    /** Makes defensive copies. */
    public Node {
      inputs = List.copyOf(inputs);
      shape = List.copyOf(shape);
    }
  }

  /** The number of inputs of the model. */
  public int inputs() {
    return (int) nodes.stream().filter(n -> n.operation() instanceof Operation.Input).count();
  }
}

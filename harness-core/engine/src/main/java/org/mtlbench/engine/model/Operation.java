package org.mtlbench.engine.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation of a {@link ModelGraph} on values with the batch in axis 0. Tensors of the model are
 * named; their values are stored apart.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Operation.Input.class, name = "input"),
  @JsonSubTypes.Type(value = Operation.Tensor.class, name = "tensor"),
  @JsonSubTypes.Type(value = Operation.Convolution.class, name = "convolution"),
  @JsonSubTypes.Type(value = Operation.Linear.class, name = "linear"),
  @JsonSubTypes.Type(value = Operation.BatchNorm.class, name = "batch-norm"),
  @JsonSubTypes.Type(value = Operation.Pool.class, name = "pool"),
  @JsonSubTypes.Type(value = Operation.GlobalPool.class, name = "global-pool"),
  @JsonSubTypes.Type(value = Operation.Elementwise.class, name = "elementwise"),
  @JsonSubTypes.Type(value = Operation.Softmax.class, name = "softmax"),
  @JsonSubTypes.Type(value = Operation.Arithmetic.class, name = "arithmetic"),
  @JsonSubTypes.Type(value = Operation.Reshape.class, name = "reshape"),
  @JsonSubTypes.Type(value = Operation.Slice.class, name = "slice"),
  @JsonSubTypes.Type(value = Operation.Concatenation.class, name = "concatenation"),
  @JsonSubTypes.Type(value = Operation.Padding.class, name = "padding"),
  @JsonSubTypes.Type(value = Operation.Interpolation.class, name = "interpolation"),
  @JsonSubTypes.Type(value = Operation.Selection.class, name = "selection"),
  @JsonSubTypes.Type(value = Operation.GroupSum.class, name = "group-sum")
})
public sealed interface Operation {
  /**
   * The expression in TorchScript.
   *
   * @param values the names of the inputs
   */
  String script(List<String> values);

  /** The name in drawings, in lower case and without its tensors. */
  default String title() {
    String name = getClass().getSimpleName();
    return name.replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  /** The names of the tensors that it reads, in order. */
  default List<String> tensors() {
    return List.of();
  }

  /** An input of the model, counted from 0. */
  record Input(int index) implements Operation {
    @Override
    public String script(List<String> values) {
      return "x" + index;
    }
  }

  /** A tensor of the model as a value, for example a mixing weight. */
  record Tensor(String name) implements Operation {
    @Override
    public String script(List<String> values) {
      return attribute(name);
    }

    @Override
    public List<String> tensors() {
      return List.of(name);
    }
  }

  /**
   * A convolution with a square stride and padding.
   *
   * @param weight (out, in, kh, kw)
   * @param bias (out)
   */
  record Convolution(String weight, Optional<String> bias, int stride, int padding)
      implements Operation {
    @Override
    public String script(List<String> values) {
      return "torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d])"
          .formatted(
              values.get(0),
              attribute(weight),
              bias.map(Operation::attribute).orElse("None"),
              stride,
              stride,
              padding,
              padding);
    }

    @Override
    public List<String> tensors() {
      return Stream.concat(Stream.of(weight), bias.stream()).toList();
    }
  }

  /**
   * A linear layer.
   *
   * @param weight (out, in)
   * @param bias (out)
   */
  record Linear(String weight, Optional<String> bias) implements Operation {
    @Override
    public String script(List<String> values) {
      return "torch.linear(%s, %s, %s)"
          .formatted(
              values.get(0), attribute(weight), bias.map(Operation::attribute).orElse("None"));
    }

    @Override
    public List<String> tensors() {
      return Stream.concat(Stream.of(weight), bias.stream()).toList();
    }
  }

  /** A batch normalisation by running statistics; all tensors are (C). */
  record BatchNorm(String scale, String shift, String mean, String variance, double epsilon)
      implements Operation {
    @Override
    public String script(List<String> values) {
      return "torch.batch_norm(%s, %s, %s, %s, %s, False, 0.1, %s, False)"
          .formatted(
              values.get(0),
              attribute(scale),
              attribute(shift),
              attribute(mean),
              attribute(variance),
              epsilon);
    }

    @Override
    public List<String> tensors() {
      return List.of(scale, shift, mean, variance);
    }
  }

  /** Pooling over square windows without padding; a remainder at the edge is dropped. */
  record Pool(Extract extract, int window, int stride) implements Operation {
    /** What is taken from a window. */
    enum Extract {
      MAX,
      AVERAGE
    }

    @Override
    public String title() {
      return extract.name().toLowerCase(Locale.ROOT) + " pool " + window;
    }

    @Override
    public String script(List<String> values) {
      return "torch.%s_pool2d(%s, [%d, %d], [%d, %d])"
          .formatted(
              extract == Extract.MAX ? "max" : "avg",
              values.get(0),
              window,
              window,
              stride,
              stride);
    }
  }

  /** The mean of every channel, (N, C, H, W) to (N, C). */
  record GlobalPool() implements Operation {
    @Override
    public String script(List<String> values) {
      return "torch.mean(%s, [2, 3])".formatted(values.get(0));
    }
  }

  /** A function of each number. */
  record Elementwise(Function function) implements Operation {
    /** The functions. */
    enum Function {
      RELU,
      SIGMOID,
      TANH
    }

    @Override
    public String title() {
      return function.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String script(List<String> values) {
      return "torch." + function.name().toLowerCase(Locale.ROOT) + "(" + values.get(0) + ")";
    }
  }

  /** A softmax, or its logarithm, over an axis. */
  record Softmax(int axis, boolean logarithm) implements Operation {
    @Override
    public String script(List<String> values) {
      return "torch.%ssoftmax(%s, %d)".formatted(logarithm ? "log_" : "", values.get(0), axis);
    }
  }

  /** A sum or product of two values, broadcast. */
  record Arithmetic(Kind kind) implements Operation {
    /** The kinds. */
    enum Kind {
      ADD,
      MUL,
      SUB
    }

    @Override
    public String title() {
      return switch (kind) {
        case ADD -> "sum";
        case MUL -> "product";
        case SUB -> "difference";
      };
    }

    @Override
    public String script(List<String> values) {
      return "torch.%s(%s, %s)"
          .formatted(kind.name().toLowerCase(Locale.ROOT), values.get(0), values.get(1));
    }
  }

  /** Another shape of each example; -1 is the batch. */
  record Reshape(List<Long> shape) implements Operation {
    /** Makes a defensive copy. */
    public Reshape {
      shape = List.copyOf(shape);
    }

    @Override
    public String script(List<String> values) {
      return "torch.reshape(%s, %s)".formatted(values.get(0), list(shape));
    }
  }

  /** Every {@code step}-th index of an axis, from {@code from} to before {@code to}. */
  record Slice(int axis, long from, long to, long step) implements Operation {
    @Override
    public String script(List<String> values) {
      return "torch.slice(%s, %d, %d, %d, %d)".formatted(values.get(0), axis, from, to, step);
    }
  }

  /** All inputs, one after the other along an axis. */
  record Concatenation(int axis) implements Operation {
    @Override
    public String script(List<String> values) {
      return "torch.cat([%s], %d)".formatted(String.join(", ", values), axis);
    }
  }

  /** Padding with zeros; pairs of (before, after) from the last axis on. */
  record Padding(List<Long> pairs) implements Operation {
    /** Makes a defensive copy. */
    public Padding {
      pairs = List.copyOf(pairs);
    }

    @Override
    public String script(List<String> values) {
      return "torch.constant_pad_nd(%s, %s, 0)".formatted(values.get(0), list(pairs));
    }
  }

  /** Resizes images, to the nearest pixel or bilinearly without aligned corners. */
  record Interpolation(long height, long width, boolean bilinear) implements Operation {
    @Override
    public String script(List<String> values) {
      return bilinear
          ? "torch.upsample_bilinear2d(%s, [%d, %d], False)".formatted(values.get(0), height, width)
          : "torch.upsample_nearest2d(%s, [%d, %d])".formatted(values.get(0), height, width);
    }
  }

  /**
   * Some indices of axis 1.
   *
   * @param indices name of a tensor of int32
   */
  record Selection(String indices) implements Operation {
    @Override
    public String script(List<String> values) {
      return "torch.index_select(%s, 1, %s)".formatted(values.get(0), attribute(indices));
    }

    @Override
    public List<String> tensors() {
      return List.of(indices);
    }
  }

  /**
   * The sums of groups of indices of axis 1, as many values as groups.
   *
   * @param firsts name of a tensor of int32: the first index of each group
   * @param others name of a tensor of int32: all further indices of the groups
   * @param groups name of a tensor of int32: the group of each of {@code others}
   */
  record GroupSum(String firsts, String others, String groups) implements Operation {
    @Override
    public String script(List<String> values) {
      String x = values.get(0);
      return "torch.index_add(torch.index_select(%s, 1, %s), 1, %s, torch.index_select(%s, 1, %s))"
          .formatted(x, attribute(firsts), attribute(groups), x, attribute(others));
    }

    @Override
    public List<String> tensors() {
      return List.of(firsts, others, groups);
    }
  }

  /** The attribute of the TorchScript module that holds a tensor. */
  private static String attribute(String tensor) {
    return "self." + attributeName(tensor);
  }

  /** The name of the attribute of a tensor, a TorchScript identifier. */
  static String attributeName(String tensor) {
    return "t_" + tensor.replaceAll("[^A-Za-z0-9]", "_");
  }

  private static String list(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }
}

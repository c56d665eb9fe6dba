package org.mtlbench.api.task;

/** The target of a task: the kind and width of its labels. N is the number of examples. */
public sealed interface Target {

  /** The number of raw outputs of the network: classes, labels, values or channels; at least 1. */
  int outputs();

  /** Whether there is one label per pixel. */
  default boolean dense() {
    return switch (kind()) {
      case CLASSES, LABELS, REAL -> false;
      case CLASS_MAP, REAL_MAP -> true;
    };
  }

  /** The kind, without the width. */
  Kind kind();

  /** The kinds of targets. */
  enum Kind {
    /** {@link Classes}. */
    CLASSES,
    /** {@link Labels}. */
    LABELS,
    /** {@link Real}. */
    REAL,
    /** {@link ClassMap}. */
    CLASS_MAP,
    /** {@link RealMap}. */
    REAL_MAP
  }

  /**
   * One of n classes. Values are int64 of shape (N), from 0 to n - 1; outputs (N, n).
   *
   * @param n number of classes, at least 2
   */
  record Classes(int n) implements Target {
    public Classes {
      atLeast("classes", n, 2);
    }

    @Override
    public int outputs() {
      return n;
    }

    @Override
    public Kind kind() {
      return Kind.CLASSES;
    }
  }

  /**
   * Any number of n labels. Values are float32 of shape (N, n), each 0 or 1; outputs (N, n).
   *
   * @param n number of labels, at least 1
   */
  record Labels(int n) implements Target {
    public Labels {
      atLeast("labels", n, 1);
    }

    @Override
    public int outputs() {
      return n;
    }

    @Override
    public Kind kind() {
      return Kind.LABELS;
    }
  }

  /**
   * A vector of real numbers. Values are float32 of shape (N, width), as are the outputs.
   *
   * @param width length of the vector, at least 1
   */
  record Real(int width) implements Target {
    public Real {
      atLeast("width", width, 1);
    }

    @Override
    public int outputs() {
      return width;
    }

    @Override
    public Kind kind() {
      return Kind.REAL;
    }
  }

  /**
   * One of n classes per pixel. Values are int64 of shape (N, H, W), from 0 to n - 1; outputs (N,
   * n, H, W).
   *
   * @param n number of classes, at least 2
   */
  record ClassMap(int n) implements Target {
    public ClassMap {
      atLeast("classes", n, 2);
    }

    @Override
    public int outputs() {
      return n;
    }

    @Override
    public Kind kind() {
      return Kind.CLASS_MAP;
    }
  }

  /**
   * A vector of real numbers per pixel. Values are float32 of shape (N, channels, H, W), as are the
   * outputs.
   *
   * @param channels length of the vector, at least 1
   */
  record RealMap(int channels) implements Target {
    public RealMap {
      atLeast("channels", channels, 1);
    }

    @Override
    public int outputs() {
      return channels;
    }

    @Override
    public Kind kind() {
      return Kind.REAL_MAP;
    }
  }

  private static void atLeast(String what, int found, int min) {
    if (found < min) {
      throw new IllegalArgumentException(what + ": found " + found + ", expected at least " + min);
    }
  }
}

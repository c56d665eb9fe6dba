package org.mtlbench.datasets.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The cells of a column, each kept as a number, or NaN, and as the index of its text. A column with
 * very many different texts keeps the numbers only.
 */
final class CsvColumn {
  /** Texts of more than this many different cells are not kept. */
  static final int MAX_TEXTS = 100_000;

  /** So far from 0 that sums of squares and float32 still hold it. */
  private static final double MAX_NUMBER = 1e30;

  private final String name;
  private final Set<String> missing;
  private double[] numbers = new double[256];
  private int[] codes = new int[256];
  private int rows;
  private int values;
  private int texts;
  private Map<String, Integer> index = new HashMap<>();
  private final List<String> different = new ArrayList<>();
  private final List<Cell> firstTexts = new ArrayList<>();

  /**
   * A cell that is no number.
   *
   * @param row from 0
   */
  record Cell(int row, String text) {}

  /**
   * Different cells of a column.
   *
   * @param names in order: by value if all are numbers, else as texts
   * @param codes the index of each row's name; -1 where the value is missing
   */
  record Distinct(List<String> names, int[] codes) {}

  /**
   * @param missing what stands for a missing value, in lower case
   */
  CsvColumn(String name, Set<String> missing) {
    this.name = name;
    this.missing = missing;
  }

  String name() {
    return name;
  }

  void add(String cell) {
    if (rows == codes.length) {
      numbers = Arrays.copyOf(numbers, rows * 2);
      codes = Arrays.copyOf(codes, rows * 2);
    }
    String text = cell.strip();
    if (missing.contains(text.toLowerCase(Locale.ROOT))) {
      numbers[rows] = Double.NaN;
      codes[rows] = -1;
    } else {
      values++;
      numbers[rows] = number(text);
      if (Double.isNaN(numbers[rows])) {
        texts++;
        if (firstTexts.size() < CsvProblems.SHOWN) {
          firstTexts.add(new Cell(rows, text));
        }
      }
      codes[rows] = code(text);
    }
    rows++;
  }

  private int code(String text) {
    if (index == null) {
      return 0;
    }
    Integer known = index.putIfAbsent(text, different.size());
    if (known != null) {
      return known;
    }
    different.add(text);
    if (different.size() > MAX_TEXTS) {
      index = null;
      different.clear();
      return 0;
    }
    return different.size() - 1;
  }

  /** A decimal number; NaN for anything else, such as hexadecimal digits or an infinity. */
  private static double number(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return Double.NaN;
      }
    }
    try {
      double value = Double.parseDouble(text);
      return Math.abs(value) <= MAX_NUMBER ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Number of cells that are not missing. */
  int values() {
    return values;
  }

  /** Whether every cell that is not missing is a number. */
  boolean numeric() {
    return texts == 0;
  }

  /** Number of cells that are neither missing nor numbers. */
  int texts() {
    return texts;
  }

  /** The first cells that are neither missing nor numbers. */
  List<Cell> firstTexts() {
    return firstTexts;
  }

  /** One number per row; NaN where the cell is missing or no number. */
  double[] numbers() {
    return Arrays.copyOf(numbers, rows);
  }

  boolean isMissing(int row) {
    return codes[row] < 0;
  }

  /** Whether the texts of the cells were kept. */
  boolean keepsTexts() {
    return index != null;
  }

  /**
   * The text of a cell that is not missing.
   *
   * @throws IllegalStateException unless texts are kept
   */
  String text(int row) {
    requireTexts();
    return different.get(codes[row]);
  }

  private void requireTexts() {
    if (index == null) {
      throw new IllegalStateException("column " + name + " does not keep its texts");
    }
  }

  /**
   * The different cells; numbers that are equal are one.
   *
   * @throws IllegalStateException unless texts are kept
   */
  Distinct distinct() {
    requireTexts();
    Comparator<String> order =
        numeric() ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder();
    TreeMap<String, Integer> sorted = new TreeMap<>(order);
    different.forEach(text -> sorted.putIfAbsent(text, 0));
    List<String> names = List.copyOf(sorted.keySet());
    for (int i = 0; i < names.size(); i++) {
      sorted.put(names.get(i), i);
    }
    int[] recoded = different.stream().mapToInt(sorted::get).toArray();
    int[] distinct = new int[rows];
    for (int row = 0; row < rows; row++) {
      distinct[row] = codes[row] < 0 ? -1 : recoded[codes[row]];
    }
    return new Distinct(names, distinct);
  }
}

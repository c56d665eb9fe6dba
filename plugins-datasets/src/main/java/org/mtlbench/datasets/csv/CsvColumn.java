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
 * The cells of a column, each stored as a number, or NaN, and as the index of its text. A column
 * with too many distinct texts stores only the numbers.
 */
final class CsvColumn {
  /** The number of distinct texts above which the texts of a column are not stored. */
  static final int MAX_TEXTS = 100_000;

  /**
   * The largest magnitude of a number; sums of squares of such numbers do not overflow, and float32
   * can represent them.
   */
  private static final double MAX_NUMBER = 1e30;

  private final String name;
  private final Set<String> missing;
  private final int maxTexts;
  private double[] numbers = new double[256];
  private int[] codes = new int[256];
  private int rows;
  private int values;
  private int texts;
  private Map<String, Integer> index = new HashMap<>();
  private final List<String> different = new ArrayList<>();
  private final List<Cell> firstTexts = new ArrayList<>();

  /**
   * A cell that is not a number.
   *
   * @param row from 0
   */
  record Cell(int row, String text) {}

  /**
   * The distinct cells of a column.
   *
   * @param names sorted by value if all are numbers, otherwise as texts
   * @param codes the index of each row's name; -1 where the value is missing
   */
  record Distinct(List<String> names, int[] codes) {}

  /**
   * @param missing texts that mark a missing value, in lower case
   */
  CsvColumn(String name, Set<String> missing) {
    this(name, missing, MAX_TEXTS);
  }

  /**
   * @param maxTexts texts of more than this many different cells are not kept
   */
  CsvColumn(String name, Set<String> missing, int maxTexts) {
    this.name = name;
    this.missing = missing;
    this.maxTexts = maxTexts;
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
    if (different.size() > maxTexts) {
      index = null;
      different.clear();
      return 0;
    }
    return different.size() - 1;
  }

  /** Parses a decimal number; NaN for anything else, such as hexadecimal digits or an infinity. */
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

  /** One number per row; NaN if the cell is missing or not a number. */
  double[] numbers() {
    return Arrays.copyOf(numbers, rows);
  }

  boolean isMissing(int row) {
    return codes[row] < 0;
  }

  /** Whether the texts of the cells are stored. */
  boolean keepsTexts() {
    return index != null;
  }

  /**
   * The text of a cell that is not missing.
   *
   * @throws IllegalStateException if the texts are not stored
   */
  String text(int row) {
    requireTexts();
    return different.get(codes[row]);
  }

  private void requireTexts() {
    if (index == null) {
      throw new IllegalStateException("column " + name + ": its texts are not stored");
    }
  }

  /**
   * The distinct cells; equal numbers are the same cell.
   *
   * @throws IllegalStateException if the texts are not stored
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

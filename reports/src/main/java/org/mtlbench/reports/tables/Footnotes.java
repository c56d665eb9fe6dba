package org.mtlbench.reports.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers texts in the order in which they are first needed. */
final class Footnotes {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** The number of a text, from 1. */
  int number(String text) {
    return numbers.computeIfAbsent(text, ignored -> numbers.size() + 1);
  }

  /** The texts in the order of their numbers. */
  List<String> texts() {
    return List.copyOf(numbers.keySet());
  }
}

package org.mtlbench.cli.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Generates matrix files by mutating the trees and texts of valid ones, from nearly valid files to
 * arbitrary text.
 */
final class MatrixMutations {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1",
          "1.5",
          "-0.0",
          "1e-300",
          "1e12",
          "1e308",
          "\"NaN\"",
          "9223372036854775808",
          "1000000000000",
          "-9223372036854775808",
          "1" + "0".repeat(400),
          "\"\"",
          "\" \"",
          "\"ls\"",
          "\"ours\"",
          "\"hps\"",
          "\"mdmtn\"",
          "\"mdtmn\"",
          "\"multimnist\"",
          "\"multimnist-synthetic\"",
          "\"a\\nb\"",
          "\"\\u001b[2J\"",
          "\"\\u0000\"",
          "\"..\"",
          "\"ß水\"",
          "\"" + "x".repeat(5_000) + "\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[0, 1]",
          "[1, 0]",
          "[0.001, 0.2, 0.799]",
          "{\"id\": \"ls\"}",
          "{\"id\": \"ls\", \"config\": {\"epochs\": 0}}",
          "{\"values\": [1, 2, 3]}",
          "{\"trials\": 1000, \"over\": {\"epochs\": [1, 1000000]}}",
          "{\"dataset\": \"multimnist\", \"architecture\": \"hps\", \"method\": \"stl\"}");

  private static final List<String> KEYS =
      List.of(
          "id",
          "config",
          "label",
          "overrides",
          "when",
          "dataset",
          "architecture",
          "method",
          "seeds",
          "budget",
          "search",
          "trials",
          "over",
          "values",
          "cells",
          "name",
          "k",
          "epochs",
          "learning-rate",
          "optimiser",
          "batch-size",
          "seed",
          "",
          "x\ny",
          "datasetts");

  private static final List<String> SCRAPS =
      List.of(
          "&a ",
          "*a",
          "<<: *a\n",
          "---\n",
          "...\n",
          "!!binary ",
          "!!python/object:os.system ",
          "{",
          "}",
          "[",
          "]",
          ": ",
          "- ",
          "\t",
          "\"",
          "'",
          "#",
          "|\n",
          ">\n",
          "? ",
          "%YAML 9.9\n",
          "\u0000",
          "\u2028",
          "\ufeff",
          "~",
          "!!set ",
          ".nan",
          ".inf",
          "-.inf",
          "0x1F",
          "0o17",
          "1_000",
          "190:20:30",
          "2001-12-14",
          "yes",
          "@",
          "`",
          ",",
          "\r",
          "*",
          "&",
          "!<tag:x> ",
          "\\");

  private final List<String> texts;
  private final List<JsonNode> trees = new ArrayList<>();
  private final RandomGenerator random;
  private final JsonMapper json = JsonMapper.builder().build();
  private final YAMLMapper yaml = YAMLMapper.builder().build();

  /**
   * Creates a generator.
   *
   * @param sound valid matrix files in YAML
   */
  MatrixMutations(List<String> sound, RandomGenerator random) throws JsonProcessingException {
    this.texts = List.copyOf(sound);
    this.random = random;
    for (String text : sound) {
      trees.add(yaml.readTree(text));
    }
  }

  /**
   * A generated file.
   *
   * @param json whether it is JSON; otherwise YAML
   */
  record MatrixFile(boolean json, String text) {}

  /** Generates the next file. */
  MatrixFile next() throws JsonProcessingException {
    boolean asJson = random.nextInt(4) == 0;
    JsonNode tree = trees.get(random.nextInt(trees.size())).deepCopy();
    String text;
    switch (random.nextInt(4)) {
      case 0 -> text = scribble(asJson ? json.writeValueAsString(tree) : any(texts));
      case 1 -> text = write(change(tree), asJson);
      case 2 -> text = write(prune(tree), asJson);
      default -> text = scribble(write(change(tree), asJson));
    }
    return new MatrixFile(asJson, text);
  }

  private String write(JsonNode tree, boolean asJson) throws JsonProcessingException {
    return asJson ? json.writeValueAsString(tree) : yaml.writeValueAsString(tree);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private JsonNode value() throws JsonProcessingException {
    return json.readTree(any(VALUES));
  }

  /** Changes the tree at a few random places. */
  private JsonNode change(JsonNode tree) throws JsonProcessingException {
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      List<ContainerNode<?>> containers = new ArrayList<>();
      collect(tree, containers);
      if (containers.isEmpty()) {
        return value();
      }
      ContainerNode<?> container = any(containers);
      if (container instanceof ObjectNode object) {
        change(object);
      } else if (container instanceof ArrayNode array) {
        change(array);
      }
    }
    return tree;
  }

  /** Removes one element, which often gives a valid file. */
  private JsonNode prune(JsonNode tree) {
    List<ContainerNode<?>> containers = new ArrayList<>();
    collect(tree, containers);
    ContainerNode<?> container = any(containers);
    if (container instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      object.remove(any(names));
    } else if (container instanceof ArrayNode array && !array.isEmpty()) {
      array.remove(random.nextInt(array.size()));
    }
    return tree;
  }

  private void change(ObjectNode object) throws JsonProcessingException {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String old = names.isEmpty() ? any(KEYS) : any(names);
    switch (random.nextInt(6)) {
      case 0 -> object.remove(old);
      case 1 -> object.set(any(KEYS), value());
      case 2 -> object.set(any(KEYS), object.path(old).deepCopy());
      case 3 -> object.set(misspelt(old), object.has(old) ? object.remove(old) : value());
      default -> object.set(old, value());
    }
  }

  private void change(ArrayNode array) throws JsonProcessingException {
    switch (array.isEmpty() ? 0 : random.nextInt(5)) {
      case 0 -> array.add(value());
      case 1 -> array.remove(random.nextInt(array.size()));
      case 2 -> array.add(array.get(random.nextInt(array.size())).deepCopy());
      case 3 -> {
        for (int i = random.nextInt(2_000); i > 0; i--) {
          array.add(JsonNodeFactory.instance.numberNode(i));
        }
      }
      default -> array.set(random.nextInt(array.size()), value());
    }
  }

  private String misspelt(String name) {
    if (name.isEmpty()) {
      return "x";
    }
    int at = random.nextInt(name.length());
    return name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1);
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> into) {
    if (node instanceof ContainerNode<?> container) {
      into.add(container);
      container.forEach(child -> collect(child, into));
    }
  }

  /** Changes the text at a few random places, regardless of its syntax. */
  private String scribble(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(changed.length() + 1);
      int end = Math.min(changed.length(), at + 1 + random.nextInt(40));
      switch (random.nextInt(6)) {
        case 0 -> changed.delete(at, end);
        case 1 -> changed.insert(at, changed.substring(at, end));
        case 2 -> changed.setLength(at);
        case 3 -> changed.insert(at, (char) random.nextInt(0x250));
        case 4 -> changed.insert(at, any(SCRAPS).repeat(1 + random.nextInt(60)));
        default -> changed.insert(at, any(SCRAPS));
      }
    }
    return changed.toString();
  }
}

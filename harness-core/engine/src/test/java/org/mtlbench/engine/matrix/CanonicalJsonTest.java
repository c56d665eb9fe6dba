package org.mtlbench.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  private static JsonNode exact(String text) throws Exception {
    return new ObjectMapper()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .readTree(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1.0",
        "1 | 1e0",
        "1000 | 1E3",
        "0 | -0.0",
        "0 | 0e7",
        "2.5e-8 | 0.000000025",
        "[1,[2.0]] | [1.0,[2]]",
        "{\"a\":1,\"b\":2} | {\"b\":2.0,\"a\":1}"
      })
  void oneMeaningHasOneHash(String left, String right) throws Exception {
    assertThat(CanonicalJson.hash(json(left), 16)).isEqualTo(CanonicalJson.hash(json(right), 16));
    assertThat(CanonicalJson.normalise(json(left)))
        .hasToString(CanonicalJson.normalise(json(right)).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | \"1\"",
        "1 | true",
        "[1,2] | [2,1]",
        "{} | []",
        "null | {}",
        "0.1 | 0.10000000000000001",
        "{\"a\":{\"b\":1}} | {\"a\":{},\"b\":1}"
      })
  void differentMeaningsHaveDifferentHashes(String left, String right) throws Exception {
    assertThat(CanonicalJson.hash(exact(left), 64))
        .isNotEqualTo(CanonicalJson.hash(exact(right), 64));
  }

  @Test
  void ignoresOrderOfKeys() {
    Random random = new Random(5);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      keys.add("key" + i);
    }
    String expected = null;
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(keys, random);
      ObjectNode tree = JsonNodeFactory.instance.objectNode();
      keys.forEach(key -> tree.put(key, key.length() * 0.1));
      String hash = CanonicalJson.hash(tree, 64);
      expected = expected == null ? hash : expected;
      assertThat(hash).isEqualTo(expected);
    }
  }

  @Test
  void hashIsSha256OfSortedText() throws Exception {
    String expected =
        Hashing.sha256()
            .hashString("{\"a\":0.5,\"b\":[1,true]}", StandardCharsets.UTF_8)
            .toString();

    assertThat(CanonicalJson.hash(json("{\"b\":[1.0,true],\"a\":0.50}"), 64)).isEqualTo(expected);
    assertThat(CanonicalJson.hash(json("{\"b\":[1.0,true],\"a\":0.50}"), 8))
        .isEqualTo(expected.substring(0, 8));
  }
}

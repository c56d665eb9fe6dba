package org.mtlbench.api.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Randomness derived from (seed, purpose, indices). A generator is created for each use and never
 * stored, so an interrupted run can resume with the same bits without saving generator state.
 *
 * @param seed seed of the run or of the dataset; any value
 */
public record Randomness(long seed) {
  // Cached, since a factory looks up its constructors by reflection.
  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("L64X128MixRandom");

  /**
   * Creates a generator that depends only on the arguments and the seed.
   *
   * @param purpose purpose of the numbers, for example {@code batch-order}
   * @param indices epoch, step, layer, or anything else that distinguishes uses
   */
  public RandomGenerator stream(String purpose, long... indices) {
    return GENERATORS.create(derive(purpose, indices));
  }

  /** Independent randomness for a part of the run, for example the network of one task. */
  public Randomness part(String purpose, long... indices) {
    return new Randomness(derive(purpose, indices));
  }

  private long derive(String purpose, long... indices) {
    byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * (2 + indices.length) + name.length);
    bytes.putLong(seed).putLong(name.length).put(name);
    for (long index : indices) {
      bytes.putLong(index);
    }
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes.array())).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

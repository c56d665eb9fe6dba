package org.mtlbench.api.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Randomness derived from (seed, purpose, indices). A generator is made for each use and never
 * stored, so that an interrupted run needs no generator state to go on with the same bits.
 *
 * @param seed the run's or the dataset's seed; any value
 */
public record Randomness(long seed) {
  // held, since a factory looks up its constructors anew in every instance
  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("L64X128MixRandom");

  /**
   * A generator that depends on nothing but the arguments and the seed.
   *
   * @param purpose what the numbers are for, for example {@code batch-order}
   * @param indices epoch, step, layer, or whatever tells one use from the next
   */
  public RandomGenerator stream(String purpose, long... indices) {
    return GENERATORS.create(derive(purpose, indices));
  }

  /**
   * Randomness of a part of the run that has streams of its own, for example one task's network.
   */
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

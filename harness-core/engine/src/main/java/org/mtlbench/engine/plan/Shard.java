package org.mtlbench.engine.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtlbench.api.config.InvalidConfigException;

/**
 * One of several machines that share the cells of a plan.
 *
 * @param index counted from 1
 * @param count number of shards, 1 to 10,000
 */
public record Shard(int index, int count) {
  private static final int MAX_SHARDS = 10_000;
  private static final Pattern FORM = Pattern.compile("(\\d{1,5})/(\\d{1,5})");

  /**
   * Checks the ranges.
   *
   * @throws InvalidConfigException if they are violated
   */
  public Shard {
    if (count < 1 || count > MAX_SHARDS || index < 1 || index > count) {
      throw rejected(index + "/" + count);
    }
  }

  /**
   * Parses {@code i/n}.
   *
   * @throws InvalidConfigException if the text is invalid
   */
  public static Shard parse(String text) {
    Matcher match = FORM.matcher(text);
    if (!match.matches()) {
      throw rejected("'" + text + "'");
    }
    return new Shard(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
  }

  private static InvalidConfigException rejected(String found) {
    return new InvalidConfigException(
        "--shard", found, "i/n with i from 1 to n, for example 1/4; n at most " + MAX_SHARDS);
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}

package org.mtlbench.datasets.houses;

import java.util.random.RandomGenerator;

/**
 * A house, drawn from four latent factors on which its features and labels depend: size, building
 * quality, urbanity and wealth of the neighbourhood. All are standard normal; size is smaller in
 * urban places, and quality follows wealth.
 *
 * <p>Features are noisy views of the factors. Labels depend on the factors, partly through products
 * of two of them, plus independent noise. Tasks agree on a factor that affects them in the same
 * direction (quality raises price and condition) and conflict in others: an urban location raises
 * the price, shortens the time to sale and excludes a garden.
 */
record House(double size, double quality, double urban, double wealth, RandomGenerator random) {
  static final int DISTRICTS = 8;
  static final int TYPES = 4;
  static final int HEATINGS = 4;
  static final int CONDITIONS = 4;

  static House draw(RandomGenerator random) {
    double urban = random.nextGaussian();
    double wealth = random.nextGaussian();
    return new House(
        0.8 * random.nextGaussian() - 0.6 * urban,
        0.8 * random.nextGaussian() + 0.6 * wealth,
        urban,
        wealth,
        random);
  }

  private double noise(double deviation) {
    return deviation * random.nextGaussian();
  }

  /** Living area in square metres. */
  double area() {
    return 110 * Math.exp(0.35 * size + noise(0.05));
  }

  double rooms() {
    return Math.max(1, Math.rint(4.2 + 1.4 * size + noise(0.6)));
  }

  /** Year of construction; good buildings are old or new. */
  double year() {
    double year = 1985 + 25 * (quality * quality - 1) / 1.4 * sign(wealth) + noise(8);
    return Math.rint(Math.max(1850, Math.min(2025, year)));
  }

  private static double sign(double value) {
    return value < 0 ? -1 : 1;
  }

  /** Distance to the centre in kilometres. */
  double distance() {
    return 6 * Math.exp(-0.6 * urban + noise(0.2));
  }

  /** Plot in square metres. */
  double plot() {
    return 350 * Math.exp(0.5 * size - 0.5 * urban + noise(0.3));
  }

  /** Primary energy demand in kWh per square metre and year. */
  double energy() {
    return Math.max(15, 140 - 35 * quality + noise(15));
  }

  /** Mean income of the neighbourhood in thousands. */
  double income() {
    return 42 * Math.exp(0.25 * wealth + noise(0.06));
  }

  /** Floors from 1 to 5; unrelated to any label. */
  double floors() {
    return 1 + random.nextInt(5);
  }

  /** District: one of 4 x 2 cells of a grid over wealth and urbanity. */
  int district() {
    int rich = clamp(2 + wealth + noise(0.3), 4);
    return 2 * rich + (urban + noise(0.3) > 0 ? 1 : 0);
  }

  /** Flat, terraced, semi-detached or detached. */
  int type() {
    return clamp(2 + 0.8 * size - 0.8 * urban + noise(0.5), TYPES);
  }

  /** District heating in urban places, otherwise by quality. */
  int heating() {
    return urban + noise(0.5) > 0.8 ? 0 : 1 + clamp(1.5 + 0.8 * quality + noise(0.4), HEATINGS - 1);
  }

  private static int clamp(double value, int categories) {
    return (int) Math.max(0, Math.min(categories - 1.0, Math.floor(value)));
  }

  /** Price in thousands. */
  double price() {
    double log = 0.45 * size + 0.2 * quality + 0.25 * wealth + 0.25 * urban + 0.15 * urban * wealth;
    return 320 * Math.exp(log + noise(0.12));
  }

  /** Days until the sale. */
  double days() {
    double log = -0.35 * urban + 0.3 * size - 0.25 * quality * sign(wealth) + noise(0.35);
    return 45 * Math.exp(log);
  }

  /** Condition, from poor to as new. */
  int condition() {
    return clamp(2 + 0.9 * quality - 0.3 * wealth + noise(0.35), CONDITIONS);
  }

  /** Whether a house is rented out: more likely if it is small and urban, or large and wealthy. */
  int let() {
    return 1.2 * urban * -size + 0.6 * wealth * size + noise(0.5) > 0.5 ? 1 : 0;
  }

  /** Garden, garage, balcony, cellar and pool. */
  boolean[] amenities() {
    return new boolean[] {
      size - 1.3 * urban + noise(0.5) > 0.2,
      0.7 * wealth - 0.9 * urban + noise(0.5) > 0,
      urban + 0.5 * quality + noise(0.6) > 0,
      0.8 * size * quality + noise(0.5) > 0.1,
      size + wealth - 0.7 * urban + noise(0.5) > 2
    };
  }

  /** Yearly costs of heating and of electricity, in hundreds. */
  double[] costs() {
    double heat = 14 * Math.exp(0.35 * size - 0.3 * quality + noise(0.1));
    double power = 9 * Math.exp(0.25 * size + 0.15 * wealth + 0.1 * urban + noise(0.15));
    return new double[] {heat, power};
  }
}

package org.mtlbench.datasets.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.mnist.MnistFile;

/**
 * Generates digits in the style of MNIST: 28x28, ink on an empty background, fitted into a box of about 20 pixels and centred by mass. Every digit has several shapes, with random deformation, rotation, slant, stretch, shift and pen width. Needs no fonts and no graphics system.
 *
 * <p>Digit i of a split depends on (seed, split, i) only.
 */
public final class StrokeDigits {
  private static final double BEND = .045;
  private static final double PRESSURE = .16;
  private static final double MARGIN = .5;

  private final List<List<List<Stroke>>> glyphs = Glyphs.all();
  private final Trace trace = new Trace();
  private final Pen pen = new Pen(MnistFile.SIDE);

  private StrokeDigits() {}

  /**
   * Draws digits with random labels.
   *
   * @param n number of digits, at least 1
   * @param randomness randomness of the dataset's seed
   * @param part number of the split, part of the seed
   */
  public static DigitSet of(int n, Randomness randomness, long part) {
    StrokeDigits drawing = new StrokeDigits();
    byte[] images = new byte[Math.multiplyExact(n, DigitSet.PIXELS)];
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      RandomGenerator random = randomness.stream("stroke-digit", part, i);
      int digit = random.nextInt(MnistFile.CLASSES);
      labels[i] = (byte) digit;
      drawing.draw(digit, random, images, i * DigitSet.PIXELS);
    }
    return new DigitSet(images, labels);
  }

  private void draw(int digit, RandomGenerator random, byte[] images, int offset) {
    List<List<Stroke>> ways = glyphs.get(digit);
    List<Stroke> glyph = ways.get(random.nextInt(ways.size()));
    Hand hand = Hand.draw(random);
    Wobble bendX = new Wobble(random, BEND);
    Wobble bendY = new Wobble(random, BEND);
    trace.clear();
    for (Stroke stroke : glyph) {
      trace.add(bend(stroke, bendX, bendY));
    }
    trace.press(hand.radius(), new Wobble(random, PRESSURE));
    lean(hand);
    fit(hand);
    double[] coverage = pen.draw(trace, hand.softness());
    for (int p = 0; p < coverage.length; p++) {
      if (coverage[p] > 0) {
        double ink = hand.ink() * (1 - hand.grain() * random.nextDouble());
        images[offset + p] = (byte) (int) Math.min(255, coverage[p] * ink);
      }
    }
  }

  private static Stroke bend(Stroke stroke, Wobble bendX, Wobble bendY) {
    double[] bent = new double[stroke.points().length];
    for (int k = 0; k < stroke.count(); k++) {
      bent[2 * k] = stroke.x(k) + bendX.at(stroke.x(k), stroke.y(k));
      bent[2 * k + 1] = stroke.y(k) + bendY.at(stroke.x(k), stroke.y(k));
    }
    return new Stroke(bent, stroke.smooth());
  }

  /** Stretches, slants, then rotates. */
  private void lean(Hand hand) {
    double cos = StrictMath.cos(hand.rotation());
    double sin = StrictMath.sin(hand.rotation());
    double xx = hand.stretch();
    double xy = -hand.slant();
    trace.transform(cos * xx, cos * xy - sin, sin * xx, sin * xy + cos);
  }

  /** Scales to the style's size and moves the centre of mass to the middle, inside the image. */
  private void fit(Hand hand) {
    double width = 0;
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int v = 0; v < trace.count(); v++) {
      left = Math.min(left, trace.x(v));
      right = Math.max(right, trace.x(v));
      top = Math.min(top, trace.y(v));
      bottom = Math.max(bottom, trace.y(v));
      width = Math.max(width, 2 * trace.radius(v));
    }
    double scale = (hand.size() - width) / Math.max(right - left, bottom - top);
    trace.transform(scale, 0, 0, scale);
    double[] mass = centreOfMass();
    double half = width / 2 + MARGIN;
    double middle = MnistFile.SIDE / 2.0;
    trace.translate(
        inside(middle + hand.shiftX() - mass[0], scale * left - half, scale * right + half),
        inside(middle + hand.shiftY() - mass[1], scale * top - half, scale * bottom + half));
  }

  private static double inside(double shift, double low, double high) {
    return Math.max(-low, Math.min(MnistFile.SIDE - high, shift));
  }

  /** The centre of mass of the ink, each segment weighted by its length. */
  private double[] centreOfMass() {
    double x = 0;
    double y = 0;
    double length = 0;
    for (int v = 1; v < trace.count(); v++) {
      if (trace.joined(v)) {
        double dx = trace.x(v) - trace.x(v - 1);
        double dy = trace.y(v) - trace.y(v - 1);
        double piece = Math.sqrt(dx * dx + dy * dy);
        x += piece * (trace.x(v) + trace.x(v - 1)) / 2;
        y += piece * (trace.y(v) + trace.y(v - 1)) / 2;
        length += piece;
      }
    }
    return new double[] {x / length, y / length};
  }
}

package org.mtlbench.datasets.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.mnist.MnistFile;

/**
 * Generates digits in the style of MNIST: 28x28, ink on an empty background, fitted into a box of
 * about 20 pixels and centred by mass. Every digit has several shapes, with random deformation,
 * rotation, slant, stretch, shift and pen width. Needs no fonts and no graphics system.
 *
 * <p>Digit i of a split depends on (seed, split, i) only.
 */
public final class StrokeDigits {
  private static final double BEND = .045;
  private static final double PRESSURE = .16;
  private static final double MARGIN = .5;

  private final List<List<List<Stroke>>> glyphs = Glyphs.all();
  private final StrokePath path = new StrokePath();
  private final StrokeRasterizer rasterizer = new StrokeRasterizer(MnistFile.SIDE);

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
    List<List<Stroke>> variants = glyphs.get(digit);
    List<Stroke> glyph = variants.get(random.nextInt(variants.size()));
    HandwritingStyle style = HandwritingStyle.draw(random);
    Jitter bendX = new Jitter(random, BEND);
    Jitter bendY = new Jitter(random, BEND);
    path.clear();
    for (Stroke stroke : glyph) {
      path.add(bend(stroke, bendX, bendY));
    }
    path.setRadius(style.radius(), new Jitter(random, PRESSURE));
    slant(style);
    fit(style);
    double[] coverage = rasterizer.draw(path, style.softness());
    for (int p = 0; p < coverage.length; p++) {
      if (coverage[p] > 0) {
        double ink = style.ink() * (1 - style.grain() * random.nextDouble());
        images[offset + p] = (byte) (int) Math.min(255, coverage[p] * ink);
      }
    }
  }

  private static Stroke bend(Stroke stroke, Jitter bendX, Jitter bendY) {
    double[] bent = new double[stroke.points().length];
    for (int k = 0; k < stroke.count(); k++) {
      bent[2 * k] = stroke.x(k) + bendX.value(stroke.x(k), stroke.y(k));
      bent[2 * k + 1] = stroke.y(k) + bendY.value(stroke.x(k), stroke.y(k));
    }
    return new Stroke(bent, stroke.smooth());
  }

  /** Stretches, slants, then rotates. */
  private void slant(HandwritingStyle style) {
    double cos = StrictMath.cos(style.rotation());
    double sin = StrictMath.sin(style.rotation());
    double xx = style.stretch();
    double xy = -style.slant();
    path.transform(cos * xx, cos * xy - sin, sin * xx, sin * xy + cos);
  }

  /** Scales to the style's size and moves the centre of mass to the middle, inside the image. */
  private void fit(HandwritingStyle style) {
    double width = 0;
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int v = 0; v < path.count(); v++) {
      left = Math.min(left, path.x(v));
      right = Math.max(right, path.x(v));
      top = Math.min(top, path.y(v));
      bottom = Math.max(bottom, path.y(v));
      width = Math.max(width, 2 * path.radius(v));
    }
    double scale = (style.size() - width) / Math.max(right - left, bottom - top);
    path.transform(scale, 0, 0, scale);
    double[] mass = centreOfMass();
    double half = width / 2 + MARGIN;
    double middle = MnistFile.SIDE / 2.0;
    path.translate(
        clamp(middle + style.shiftX() - mass[0], scale * left - half, scale * right + half),
        clamp(middle + style.shiftY() - mass[1], scale * top - half, scale * bottom + half));
  }

  private static double clamp(double shift, double low, double high) {
    return Math.max(-low, Math.min(MnistFile.SIDE - high, shift));
  }

  /** The centre of mass of the ink, each segment weighted by its length. */
  private double[] centreOfMass() {
    double x = 0;
    double y = 0;
    double length = 0;
    for (int v = 1; v < path.count(); v++) {
      if (path.joined(v)) {
        double dx = path.x(v) - path.x(v - 1);
        double dy = path.y(v) - path.y(v - 1);
        double piece = Math.sqrt(dx * dx + dy * dy);
        x += piece * (path.x(v) + path.x(v - 1)) / 2;
        y += piece * (path.y(v) + path.y(v - 1)) / 2;
        length += piece;
      }
    }
    return new double[] {x / length, y / length};
  }
}

package org.mtlbench.datasets.cifar10mnist;

import java.util.List;
import org.mtlbench.datasets.cifar10.Cifar10File;
import org.mtlbench.datasets.images.ImageShape;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.mnist.MnistFile;

/**
 * Blends digits over images (Hotegni, Berkemeier, Peitz 2024, Cifar10Mnist): the digit is enlarged
 * to 32x32 and, where it is above 0, mixed into all three channels of the image. The grey value of
 * the digit has weight 128/255, the image the rest, rounded to the nearest byte as in Pillow's
 * {@code Image.paste} with a mask of 128; other pixels are unchanged.
 */
public final class DigitBlend {
  private static final ImageShape SHAPE = Cifar10File.SHAPE;
  private static final int PIXELS = Cifar10File.SIDE * Cifar10File.SIDE;
  private static final int WHITE = 255;
  private static final int WEIGHT = 128;

  private DigitBlend() {}

  /**
   * Blends each digit over the image at the same position.
   *
   * @param labelled images (32, 32, 3) with one task, the class
   * @param digits digits for at least the chosen positions
   * @param chosen positions in both, in output order
   * @return images with two tasks: the class of the image and the digit
   */
  public static LabelledImages of(LabelledImages labelled, DigitSet digits, int[] chosen) {
    byte[] images = new byte[Math.multiplyExact(chosen.length, SHAPE.size())];
    byte[] classes = new byte[chosen.length];
    byte[] shown = new byte[chosen.length];
    BicubicScaling scaling = new BicubicScaling(MnistFile.SIDE, Cifar10File.SIDE);
    byte[] digit = new byte[PIXELS];
    for (int k = 0; k < chosen.length; k++) {
      int i = chosen[k];
      int to = k * SHAPE.size();
      System.arraycopy(labelled.images(), i * SHAPE.size(), images, to, SHAPE.size());
      scaling.apply(digits.images(), i * DigitSet.PIXELS, digit);
      blend(digit, images, to);
      classes[k] = labelled.labels(0)[i];
      shown[k] = digits.labels()[i];
    }
    return new LabelledImages(SHAPE, images, List.of(classes, shown));
  }

  /**
   * Blends one digit over one image.
   *
   * @param digit (32, 32) unsigned bytes, 0 = transparent
   * @param images contains the image, (32, 32, 3) unsigned bytes
   * @param offset offset of the image in {@code images}
   */
  static void blend(byte[] digit, byte[] images, int offset) {
    int channels = SHAPE.channels();
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      int grey = Byte.toUnsignedInt(digit[pixel]);
      if (grey > 0) {
        int begin = offset + pixel * channels;
        for (int at = begin; at < begin + channels; at++) {
          images[at] = (byte) mix(Byte.toUnsignedInt(images[at]), grey);
        }
      }
    }
  }

  /** (127 image + 128 grey) / 255 rounded to nearest; 255 is odd, so there are no ties. */
  private static int mix(int image, int grey) {
    return ((WHITE - WEIGHT) * image + WEIGHT * grey + WHITE / 2) / WHITE;
  }
}

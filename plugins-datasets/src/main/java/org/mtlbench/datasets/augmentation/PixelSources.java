package org.mtlbench.datasets.augmentation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.mtlbench.toolbox.dataset.IndexSelect;

/**
 * The source pixels of each pixel of an augmented batch. Indices count the pixels of the whole batch;
 * those of rows and columns are stored separately and added on use.
 *
 * <p>As in PyTorch's {@code interpolate}: nearest is {@code floor(i * in / out)}, bilinear {@code i *
 * (in - 1) / (out - 1)} between two pixels ({@code align_corners}).
 */
final class PixelSources {
  private final NDArray nearest;
  private final boolean enlarges;
  private final Axis rows;
  private final Axis columns;
  private final NDArray scales;
  private final NDArray signs;

  private PixelSources(
      NDArray nearest, boolean enlarges, Axis rows, Axis columns, NDArray scales, NDArray signs) {
    this.nearest = nearest;
    this.enlarges = enlarges;
    this.rows = rows;
    this.columns = columns;
    this.scales = scales;
    this.signs = signs;
  }

  /** The indices of the pixels before and after a point along one axis, and the weight of the latter. */
  private record Axis(NDArray low, NDArray high, NDArray share) {}

  /**
   * Computes the source pixels of a batch.
   *
   * @param crops one crop per image
   * @param manager owner of the tensors, on the device to use
   */
  static PixelSources of(List<Crop> crops, int height, int width, NDManager manager) {
    int size = crops.size();
    AxisIndices rows = new AxisIndices(size, height);
    AxisIndices columns = new AxisIndices(size, width);
    float[] scales = new float[size];
    float[] signs = new float[3 * size];
    for (int i = 0; i < size; i++) {
      Crop crop = crops.get(i);
      rows.fill(i, crop.top(), crop.rows(), width, (long) i * height * width, false);
      columns.fill(i, crop.left(), crop.columns(), 1, 0, crop.mirrored());
      scales[i] = (float) crop.scale();
      signs[3 * i] = crop.mirrored() ? -1 : 1;
      signs[3 * i + 1] = 1;
      signs[3 * i + 2] = 1;
    }
    Shape ofRows = new Shape(size, height, 1);
    Shape ofColumns = new Shape(size, 1, width);
    return new PixelSources(
        manager.create(rows.nearest, ofRows).add(manager.create(columns.nearest, ofColumns)),
        crops.stream().anyMatch(crop -> crop.scale() != 1),
        rows.tensors(ofRows, manager),
        columns.tensors(ofColumns, manager),
        manager.create(scales, new Shape(size, 1, 1, 1)),
        manager.create(signs, new Shape(size, 3, 1, 1)));
  }

  /** The divisors of depths, (B, 1, 1, 1). */
  NDArray scales() {
    return scales;
  }

  /** The factors of normals, (B, 3, 1, 1). */
  NDArray signs() {
    return signs;
  }

  /**
   * Selects the nearest pixels.
   *
   * @param maps (B, H, W, C), of any data type
   */
  NDArray nearest(NDArray maps) {
    return at(maps, nearest);
  }

  /**
   * Interpolates between pixels.
   *
   * @param maps (B, H, W, C)
   * @return float32; the nearest pixels in their original data type if no image is scaled
   */
  NDArray interpolated(NDArray maps) {
    if (!enlarges) {
      return nearest(maps);
    }
    NDArray numbers = maps.toType(DataType.FLOAT32, false);
    NDArray above = between(numbers, rows.low());
    NDArray below = between(numbers, rows.high());
    return above.add(below.sub(above).mul(rows.share()));
  }

  private NDArray between(NDArray maps, NDArray row) {
    NDArray left = at(maps, row.add(columns.low()));
    NDArray right = at(maps, row.add(columns.high()));
    return left.add(right.sub(left).mul(columns.share()));
  }

  private static NDArray at(NDArray maps, NDArray index) {
    long channels = maps.getShape().get(3);
    return IndexSelect.of(maps.reshape(-1, channels), index.flatten()).reshape(maps.getShape());
  }

  /** The indices along one axis of every image, on the host. */
  private static final class AxisIndices {
    private final int length;
    private final long[] nearest;
    private final long[] low;
    private final long[] high;
    private final float[] share;

    AxisIndices(int images, int length) {
      this.length = length;
      nearest = new long[images * length];
      low = new long[images * length];
      high = new long[images * length];
      share = new float[images * length];
    }

    /**
     * Sets the indices of one image.
     *
     * @param first first index of the crop
     * @param count size of the crop
     * @param stride from one index to the next
     * @param offset offset of the image
     */
    void fill(int image, int first, int count, int stride, long offset, boolean mirrored) {
      for (int i = 0; i < length; i++) {
        int to = image * length + (mirrored ? length - 1 - i : i);
        double exact = length == 1 ? 0 : (double) i * (count - 1) / (length - 1);
        int below = (int) exact;
        nearest[to] = offset + stride * (first + (long) i * count / length);
        low[to] = offset + stride * (long) (first + below);
        high[to] = offset + stride * (long) (first + Math.min(below + 1, count - 1));
        share[to] = (float) (exact - below);
      }
    }

    Axis tensors(Shape shape, NDManager manager) {
      return new Axis(
          manager.create(low, shape),
          manager.create(high, shape),
          manager.create(share, shape.add(1)));
    }
  }
}

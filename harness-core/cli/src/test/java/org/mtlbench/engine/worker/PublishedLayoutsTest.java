package org.mtlbench.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.model.KeepModels;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Planner;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FlagsRecord;
import org.mtlbench.results.folder.RunFolder;

/**
 * Files of exactly the layouts and sizes in which NYUv2, Cityscapes and CelebA are published: three
 * methods train for an epoch, and every metric of every task is in their records.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedLayoutsTest {
  private static final PluginRegistry REGISTRY =
      PluginLoader.load(PublishedLayoutsTest.class.getClassLoader());
  private static final int TRAIN = 4;
  private static final int TEST = 2;

  @TempDir static Path folder;

  private DataAccess access;

  @BeforeAll
  void write() throws IOException {
    access = new DataAccess(folder.resolve("data"), folder.resolve("cache"), false);
    try (NDManager manager = NDManager.newBaseManager()) {
      dense("nyuv2", 288, 384, 13, "label", true, manager);
      dense("cityscapes", 128, 256, 7, "label_7", false, manager);
    }
    faces();
  }

  private void dense(
      String name, int h, int w, int classes, String labels, boolean normals, NDManager manager)
      throws IOException {
    for (String part : List.of("train", "val")) {
      Path at = access.root().resolve(name).resolve(part);
      for (int i = 0; i < (part.equals("train") ? TRAIN : TEST); i++) {
        NDArray image = manager.randomUniform(0, 1, new Shape(h, w, 3));
        NDArray vectors = manager.randomUniform(-1, 1, new Shape(h, w, 3));
        NDArray lengths = vectors.square().sum(new int[] {2}, true).sqrt();
        // -1, 0 and zero vectors where labels are missing
        NDArray label = manager.randomInteger(-1, classes, new Shape(h, w), DataType.INT64);
        NDArray known = label.gte(0).expandDims(2).toType(DataType.FLOAT32, false);
        npy(at.resolve("image"), i, image);
        npy(at.resolve(labels), i, label);
        npy(at.resolve("depth"), i, manager.randomUniform(1, 9, new Shape(h, w, 1)).mul(known));
        if (normals) {
          npy(at.resolve("normal"), i, vectors.div(lengths).mul(known));
        }
      }
    }
  }

  /** DJL writes NumPy arrays into archives only. */
  private static void npy(Path folder, int index, NDArray array) throws IOException {
    Files.createDirectories(folder);
    byte[] archive = new NDList(array).encode(NDList.Encoding.NPZ);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      zip.getNextEntry();
      Files.write(folder.resolve(index + ".npy"), zip.readAllBytes());
    }
  }

  private void faces() throws IOException {
    Path images = Files.createDirectories(access.root().resolve("celeba/Img/img_align_celeba"));
    List<String> attributes = new ArrayList<>();
    List<String> partition = new ArrayList<>();
    attributes.add("8");
    attributes.add(
        String.join(" ", IntStream.range(0, 40).mapToObj(a -> "Attribute" + a).toList()) + " ");
    int[] parts = {0, 0, 0, 0, 1, 1, 2, 2};
    for (int i = 0; i < parts.length; i++) {
      String name = String.format("%06d.jpg", i + 1);
      int odd = i % 2;
      attributes.add(
          name
              + String.join(
                  "",
                  IntStream.range(0, 40)
                      .mapToObj(a -> (a + odd) % 2 == 0 ? "  1" : " -1")
                      .toList()));
      partition.add(name + " " + parts[i]);
      BufferedImage face = new BufferedImage(178, 218, BufferedImage.TYPE_INT_RGB);
      for (int p = 0; p < 178 * 218; p++) {
        face.setRGB(p % 178, p / 178, (p * 31 + i * 77) & 0xffffff);
      }
      ImageIO.write(face, "jpg", images.resolve(name).toFile());
    }
    Path celeba = access.root().resolve("celeba");
    Files.createDirectories(celeba.resolve("Anno"));
    Files.createDirectories(celeba.resolve("Eval"));
    Files.write(celeba.resolve("Anno/list_attr_celeba.txt"), attributes);
    Files.write(celeba.resolve("Eval/list_eval_partition.txt"), partition);
  }

  private Stream<CellSpec> cells(String dataset, String backbone) throws IOException {
    Path matrix = folder.resolve(dataset + ".yaml");
    Files.writeString(
        matrix,
        """
        name: layouts
        datasets: [%s]
        architectures: [{id: hps, config: {backbone: %s}}]
        training: {epochs: 1, batch-size: 2}
        methods: [ls, famo, imtl-g]
        """
            .formatted(dataset, backbone));
    return new Planner(Throughput.UNKNOWN)
        .plan(MatrixReader.read(matrix), REGISTRY, Overrides.NONE, access).cells().stream()
            .map(cell -> cell.spec());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nyuv2", "cityscapes", "celeba"})
  void threeMethodsTrainAndEveryMetricIsRecorded(String dataset) throws IOException {
    String backbone =
        dataset.equals("celeba") ? "conv" : "{id: encoder-decoder, config: {channels: [4, 8]}}";
    List<CellSpec> cells = cells(dataset, backbone).toList();
    assertThat(cells).hasSize(3);
    RunFolder run = RunFolder.at(folder.resolve("run")).create();
    for (CellSpec cell : cells) {
      CellRecord record = train(cell, run);
      assertThat(record.status()).as(record.reason().orElse("")).isEqualTo(CellStatus.DONE);
      Map<String, Map<String, Double>> scores = record.test().orElseThrow().scores().byTask();
      for (Task task : CellPlugins.of(cell, REGISTRY, access).facts().tasks()) {
        assertThat(scores.get(task.name()))
            .as(cell.label() + ", " + task.name())
            .containsOnlyKeys(task.metrics().stream().map(metric -> metric.info().id()).toList())
            .allSatisfy((metric, value) -> assertThat(value).as(metric).isFinite());
      }
    }
  }

  private CellRecord train(CellSpec cell, RunFolder run) throws IOException {
    WorkOrder order =
        new WorkOrder(
            cell,
            run.root(),
            ComputeDevice.CPU,
            1,
            1,
            access,
            List.of(),
            new FlagsRecord(false, false, 1),
            Duration.ofHours(1),
            KeepModels.NONE,
            new WorkOrder.Origin("test", Map.of(), Map.of(), "layouts"),
            1);
    try (PipedOutputStream open = new PipedOutputStream();
        PipedInputStream held = new PipedInputStream(open)) {
      new CellWorker(order, REGISTRY, StopSignal.watch(held, Duration.ofHours(1), () -> {})).work();
    }
    return run.readCell(cell.id()).orElseThrow();
  }
}

package org.mtlbench.datasets.mnist;

import java.nio.file.Path;
import org.mtlbench.datasets.source.FileCheck;

/**
 * The data sets published in the four files of MNIST, with their checksums. Their files have the
 * same names, so each has a subfolder of its own.
 */
public enum MnistVariant {
  /**
   * MNIST (LeCun, Cortes, Burges): handwritten digits.
   *
   * <p>The SHA-256 sums of the gzip archives are those of TensorFlow Datasets ({@code
   * url_checksums/mnist.txt}). Those of the content are of the files whose MD5 sums were published
   * on the authors' page (6bbc9ace..., a25bea73..., 2646ac64..., 27ae3e4e...).
   */
  MNIST("MNIST", "mnist", true) {
    @Override
    Sums sums(MnistFile file) {
      return switch (file) {
        case TRAIN_IMAGES ->
            new Sums(
                "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
        case TRAIN_LABELS ->
            new Sums(
                "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
        case TEST_IMAGES ->
            new Sums(
                "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
        case TEST_LABELS ->
            new Sums(
                "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
      };
    }
  },

  /**
   * Fashion-MNIST (Xiao, Rasul, Vollgraf 2017): articles of clothing; classes 0 to 9 are T-shirt or
   * top, trouser, pullover, dress, coat, sandal, shirt, sneaker, bag, ankle boot.
   *
   * <p>The sums are of the archives whose MD5 sums the authors publish (8d4fb7e6..., 25c81989...,
   * bef4ecab..., bb300cfd...) and of their content.
   */
  FASHION_MNIST("Fashion-MNIST", "fashion-mnist", false) {
    @Override
    Sums sums(MnistFile file) {
      return switch (file) {
        case TRAIN_IMAGES ->
            new Sums(
                "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
                "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888");
        case TRAIN_LABELS ->
            new Sums(
                "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9");
        case TEST_IMAGES ->
            new Sums(
                "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
                "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b");
        case TEST_LABELS ->
            new Sums(
                "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
                "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");
      };
    }
  };

  private final String title;
  private final String subfolder;
  private final boolean inDataFolder;

  /**
   * SHA-256 of a published file.
   *
   * @param archive of the gzip archive
   * @param content of the uncompressed content
   */
  record Sums(String archive, String content) {}

  MnistVariant(String title, String subfolder, boolean inDataFolder) {
    this.title = title;
    this.subfolder = subfolder;
    this.inDataFolder = inDataFolder;
  }

  /** The published name. */
  public String title() {
    return title;
  }

  /** The subfolder of the data folder that is searched first. */
  public String subfolder() {
    return subfolder;
  }

  /** Whether the files may also be in the data folder itself. */
  boolean inDataFolder() {
    return inDataFolder;
  }

  /** SHA-256 of the published gzip archive; a repacked archive has another. */
  public String archiveSha256(MnistFile file) {
    return sums(file).archive();
  }

  /**
   * Compares with the published file.
   *
   * @param path location of the file
   * @param found SHA-256 of its uncompressed content
   */
  FileCheck check(MnistFile file, Path path, String found) {
    return FileCheck.compare(file.name(), path, found, sums(file).content());
  }

  abstract Sums sums(MnistFile file);
}

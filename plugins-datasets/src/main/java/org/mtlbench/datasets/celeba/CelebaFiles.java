package org.mtlbench.datasets.celeba;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * The published files of CelebA, in one folder or in {@code Img}, {@code Anno} and {@code Eval}.
 *
 * @param images the folder {@code img_align_celeba}
 * @param attributes {@code list_attr_celeba.txt}: a count, the names of the attributes, and for
 *     each image its name and -1 or 1 for each attribute
 * @param partition {@code list_eval_partition.txt}: for each image its name and 0, 1 or 2 for
 *     training, validation and test
 */
record CelebaFiles(Path images, Path attributes, Path partition) {
  static final int ATTRIBUTES = 40;

  /** What the folder of the dataset has, in one form or the other. */
  static final String[] MARKS = {"list_attr_celeba.txt", "Anno/list_attr_celeba.txt"};

  /** The attributes of the published list. */
  static final List<String> PUBLISHED_NAMES =
      List.of(
          "5_o_Clock_Shadow",
          "Arched_Eyebrows",
          "Attractive",
          "Bags_Under_Eyes",
          "Bald",
          "Bangs",
          "Big_Lips",
          "Big_Nose",
          "Black_Hair",
          "Blond_Hair",
          "Blurry",
          "Brown_Hair",
          "Bushy_Eyebrows",
          "Chubby",
          "Double_Chin",
          "Eyeglasses",
          "Goatee",
          "Gray_Hair",
          "Heavy_Makeup",
          "High_Cheekbones",
          "Male",
          "Mouth_Slightly_Open",
          "Mustache",
          "Narrow_Eyes",
          "No_Beard",
          "Oval_Face",
          "Pale_Skin",
          "Pointy_Nose",
          "Receding_Hairline",
          "Rosy_Cheeks",
          "Sideburns",
          "Smiling",
          "Straight_Hair",
          "Wavy_Hair",
          "Wearing_Earrings",
          "Wearing_Hat",
          "Wearing_Lipstick",
          "Wearing_Necklace",
          "Wearing_Necktie",
          "Young");

  private static final List<SplitName> PARTS =
      List.of(SplitName.TRAIN, SplitName.VALIDATION, SplitName.TEST);

  /** The files in a folder, which need not exist. */
  static CelebaFiles of(Path folder) {
    return new CelebaFiles(
        find(folder, "Img", "img_align_celeba"),
        find(folder, "Anno", "list_attr_celeba.txt"),
        find(folder, "Eval", "list_eval_partition.txt"));
  }

  private static Path find(Path folder, String part, String name) {
    Path own = folder.resolve(part).resolve(name);
    return Files.exists(own) ? own : folder.resolve(name);
  }

  /** Whether both lists exist. */
  boolean listed() {
    return Files.isRegularFile(attributes) && Files.isRegularFile(partition);
  }

  /** The names of the images of each split, in the order of the list. */
  Map<SplitName, List<String>> parts() {
    Map<SplitName, List<String>> parts = new EnumMap<>(SplitName.class);
    PARTS.forEach(part -> parts.put(part, new ArrayList<>()));
    try (BufferedReader lines = open(partition)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        StringTokenizer words = new StringTokenizer(line);
        if (words.countTokens() == 0) {
          continue;
        }
        String name = words.nextToken();
        String part = words.hasMoreTokens() ? words.nextToken() : "";
        if (words.hasMoreTokens() || !part.matches("[012]")) {
          throw rejected(partition, number, line, "the name of an image, and 0, 1 or 2");
        }
        parts.get(PARTS.get(Integer.parseInt(part))).add(plain(partition, number, name));
      }
    } catch (IOException e) {
      throw unreadable(partition, e);
    }
    parts.forEach(
        (part, names) -> {
          if (names.isEmpty()) {
            throw new InvalidConfigException(
                partition.toString(),
                "no image of the part " + PARTS.indexOf(part),
                "images of the parts 0, 1 and 2");
          }
        });
    return parts;
  }

  /** The names of the attributes. */
  List<String> names() {
    try (BufferedReader lines = open(attributes)) {
      return names(lines);
    } catch (IOException e) {
      throw unreadable(attributes, e);
    }
  }

  private List<String> names(BufferedReader lines) throws IOException {
    String count = lines.readLine();
    if (count == null || !count.strip().matches("[0-9]{1,9}")) {
      throw rejected(attributes, 1, count, "the number of images");
    }
    String header = lines.readLine();
    List<String> names =
        header == null ? List.of() : Arrays.asList(header.strip().split("\\s+", -1));
    if (names.size() != ATTRIBUTES || names.stream().distinct().count() != ATTRIBUTES) {
      throw rejected(attributes, 2, header, ATTRIBUTES + " different names of attributes");
    }
    return names;
  }

  /** The attributes of each image, 0 or 1, by the name of the image. */
  Map<String, byte[]> attributesByImage() {
    Map<String, byte[]> found = new HashMap<>();
    try (BufferedReader lines = open(attributes)) {
      names(lines);
      int number = 2;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        StringTokenizer words = new StringTokenizer(line);
        if (words.countTokens() == 0) {
          continue;
        }
        if (words.countTokens() != 1 + ATTRIBUTES) {
          throw rejected(
              attributes, number, line, "the name of an image and " + ATTRIBUTES + " values");
        }
        byte[] values = new byte[ATTRIBUTES];
        String name = plain(attributes, number, words.nextToken());
        for (int a = 0; a < ATTRIBUTES; a++) {
          values[a] = value(number, words.nextToken());
        }
        found.put(name, values);
      }
    } catch (IOException e) {
      throw unreadable(attributes, e);
    }
    return found;
  }

  private byte value(int line, String word) {
    return switch (word) {
      case "1" -> 1;
      case "-1" -> 0;
      default -> throw rejected(attributes, line, word, "-1 or 1");
    };
  }

  /** Checks that a name is a plain file name. */
  private static String plain(Path list, int line, String name) {
    if (!name.matches("[A-Za-z0-9_-]+\\.(jpg|jpeg|png)")) {
      throw rejected(list, line, name, "the name of a .jpg or .png file");
    }
    return name;
  }

  private static BufferedReader open(Path list) throws IOException {
    SourceFiles.requireReadable(list, "a list of CelebA");
    return Files.newBufferedReader(list);
  }

  private static InvalidConfigException rejected(
      Path list, int line, String found, String expected) {
    return new InvalidConfigException(list + ", line " + line, String.valueOf(found), expected);
  }

  private static InvalidConfigException unreadable(Path list, IOException e) {
    return new InvalidConfigException(
        list.toString(),
        e instanceof CharacterCodingException ? "a file that is not text" : SourceFiles.reason(e),
        "a list of CelebA");
  }
}

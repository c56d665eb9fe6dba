package org.mtlbench.engine.run;

import com.google.common.hash.Funnels;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mtlbench.engine.provenance.Code;

/** Computes checksums of jars or folders of class files. */
final class CodeChecksum {
  private final Map<Path, String> known = new HashMap<>();

  /**
   * The SHA-256 of the jar or folder that contains a class, in lower-case hex; {@code unknown} if
   * there is none.
   */
  String of(Code code) {
    return code.archive()
        .map(place -> known.computeIfAbsent(place, CodeChecksum::read))
        .orElse("unknown");
  }

  private static String read(Path place) {
    Hasher hasher = Hashing.sha256().newHasher();
    try (Stream<Path> walk = Files.walk(place)) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        String name = place.relativize(file).toString();
        hasher.putString(name, StandardCharsets.UTF_8);
        Files.copy(file, Funnels.asOutputStream(hasher));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's own code", e);
    }
    return hasher.hash().toString();
  }
}

package org.mtlbench.engine.run;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checksums over the jars, or folders of class files, that classes come from. */
final class CodeChecksum {
  private final Map<Path, String> known = new HashMap<>();

  /** SHA-256 in lower-case hex; {@code unknown} for a class that comes from no file. */
  String of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "unknown";
    }
    try {
      return known.computeIfAbsent(Path.of(source.getLocation().toURI()), CodeChecksum::read);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return "unknown";
    }
  }

  private static String read(Path place) {
    Hasher hasher = Hashing.sha256().newHasher();
    try (Stream<Path> walk = Files.walk(place)) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        String name = place.relativize(file).toString();
        hasher.putString(name, StandardCharsets.UTF_8);
        hasher.putBytes(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's own code", e);
    }
    return hasher.hash().toString();
  }
}

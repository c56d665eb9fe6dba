package org.mtlbench.engine.provenance;

import com.google.common.hash.Hashing;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mtlbench.api.plugin.Bundle;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * The content of a class file without its debug information.
 *
 * @param checksum SHA-256, independent of comments and line numbers
 * @param references internal names of the classes that it references, including itself
 * @param bundle whether it is a bundle, which references unrelated plugins
 */
record ClassFile(String checksum, SortedSet<String> references, boolean bundle) {
  private static final String BUNDLE = Bundle.class.getName().replace('.', '/');

  /**
   * Parses a class file.
   *
   * @throws RuntimeException if the bytes are not a class file, or one of a Java version that ASM
   *     does not support
   */
  static ClassFile parse(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(0);
    SortedSet<String> references = new TreeSet<>();
    reader.accept(new ClassRemapper(writer, collector(references)), ClassReader.SKIP_DEBUG);
    return new ClassFile(
        Hashing.sha256().hashBytes(writer.toByteArray()).toString(),
        references,
        Arrays.asList(reader.getInterfaces()).contains(BUNDLE));
  }

  /**
   * Collects all class names in a class file, including those in signatures, without renaming any.
   */
  private static Remapper collector(SortedSet<String> references) {
    return new Remapper(Opcodes.ASM9) {
      @Override
      public String map(String internalName) {
        references.add(internalName);
        return internalName;
      }
    };
  }
}

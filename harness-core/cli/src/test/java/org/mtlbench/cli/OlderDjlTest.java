package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Member;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The engine set with CUDA has an older DJL than the program is compiled against: every method and
 * field of DJL that the program uses must exist in both.
 */
class OlderDjlTest {
  private static final String DJL = "ai/djl/";

  /** A method or field; methods have a descriptor with parentheses. */
  private record Reference(String owner, String name, String descriptor)
      implements Comparable<Reference> {
    @Override
    public int compareTo(Reference other) {
      return toString().compareTo(other.toString());
    }
  }

  @Test
  void hasAllMembersThatProgramUses() throws IOException {
    SortedSet<Reference> used = new TreeSet<>();
    List<URL> older = new ArrayList<>();
    try (Stream<Path> jars = Files.list(Path.of("target", "older-djl"))) {
      for (Path jar : jars.toList()) {
        older.add(jar.toUri().toURL());
      }
    }
    assertThat(older).hasSize(2);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (isOfProgram(path)) {
        collect(path, used);
      }
      if (!path.getFileName().toString().matches("(api|pytorch-engine)-\\d.*\\.jar")) {
        older.add(path.toUri().toURL());
      }
    }

    List<Reference> missing = new ArrayList<>();
    try (URLClassLoader loader =
        new URLClassLoader(older.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      for (Reference reference : used) {
        if (!exists(reference, loader)) {
          missing.add(reference);
        }
      }
    }

    assertThat(used).hasSizeGreaterThan(100);
    assertThat(missing).isEmpty();
  }

  private static boolean isOfProgram(Path entry) {
    return entry.endsWith("target/classes")
        || entry.getFileName().toString().startsWith("mtlbench-");
  }

  private static void collect(Path entry, SortedSet<Reference> used) throws IOException {
    if (Files.isDirectory(entry)) {
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
          collect(Files.readAllBytes(file), used);
        }
      }
      return;
    }
    try (JarFile jar = new JarFile(entry.toFile())) {
      for (JarEntry file : jar.stream().filter(f -> f.getName().endsWith(".class")).toList()) {
        try (InputStream in = jar.getInputStream(file)) {
          collect(in.readAllBytes(), used);
        }
      }
    }
  }

  private static void collect(byte[] type, SortedSet<Reference> used) {
    MethodVisitor code =
        new MethodVisitor(Opcodes.ASM9) {
          @Override
          public void visitMethodInsn(
              int opcode, String owner, String name, String descriptor, boolean isInterface) {
            add(owner, name, descriptor);
          }

          @Override
          public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            add(owner, name, descriptor);
          }

          @Override
          public void visitInvokeDynamicInsn(
              String name, String descriptor, Handle bootstrap, Object... values) {
            for (Object value : values) {
              if (value instanceof Handle handle) {
                add(handle.getOwner(), handle.getName(), handle.getDesc());
              }
            }
          }

          private void add(String owner, String name, String descriptor) {
            if (owner.startsWith(DJL)) {
              used.add(new Reference(owner, name, descriptor));
            }
          }
        };
    new ClassReader(type)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return code;
              }
            },
            0);
  }

  private static boolean exists(Reference reference, ClassLoader loader) {
    Class<?> owner;
    try {
      owner = Class.forName(reference.owner().replace('/', '.'), false, loader);
    } catch (ClassNotFoundException e) {
      return false;
    }
    return hierarchy(owner).stream()
        .flatMap(type -> members(type, reference))
        .findAny()
        .isPresent();
  }

  private static Stream<? extends Member> members(Class<?> type, Reference reference) {
    if (!reference.descriptor().startsWith("(")) {
      return Arrays.stream(type.getDeclaredFields())
          .filter(
              field ->
                  field.getName().equals(reference.name())
                      && Type.getDescriptor(field.getType()).equals(reference.descriptor()));
    }
    if (reference.name().equals("<init>")) {
      return Arrays.stream(type.getDeclaredConstructors())
          .filter(c -> Type.getConstructorDescriptor(c).equals(reference.descriptor()));
    }
    return Arrays.stream(type.getDeclaredMethods())
        .filter(
            method ->
                method.getName().equals(reference.name())
                    && Type.getMethodDescriptor(method).equals(reference.descriptor()));
  }

  /** A type with its superclasses and interfaces. */
  private static List<Class<?>> hierarchy(Class<?> type) {
    List<Class<?>> all = new ArrayList<>(List.of(type));
    if (type.getSuperclass() != null) {
      all.addAll(hierarchy(type.getSuperclass()));
    }
    for (Class<?> parent : type.getInterfaces()) {
      all.addAll(hierarchy(parent));
    }
    return all;
  }
}

package org.mtlbench.engine.isolation;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.engine.plugins.CallTrace;

/**
 * Stores the current call into plugins in a memory-mapped file, which survives any end of the
 * process and needs no system call.
 *
 * <p>The file starts with the number of calls. Call n is in slot n mod 2, so that the last call
 * stays complete while the next one is written: its length, then lines with its limit, its
 * description, and for each suspect the index of its jar and its name.
 */
final class Breadcrumbs implements CallTrace {
  private static final int HEADER = Long.BYTES;
  private static final int SLOT = 8192;
  private static final int MAX_LENGTH = SLOT - Integer.BYTES;

  private final MappedByteBuffer memory;
  private final List<Path> jars;
  private final OutputStream output;
  private Optional<Path> printing = Optional.empty();
  private long calls;

  private Breadcrumbs(MappedByteBuffer memory, List<Path> jars, OutputStream output) {
    this.memory = memory;
    this.jars = jars;
    this.output = output;
  }

  /**
   * The current call of a process.
   *
   * @param number counted from 1
   */
  record Crumb(long number, Call call) {}

  /**
   * Creates a file.
   *
   * @param jars jars that calls may refer to
   * @param output output of the process, read by {@link OutputTail}
   */
  static Breadcrumbs begin(Path file, List<Path> jars, OutputStream output) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      return new Breadcrumbs(
          channel.map(FileChannel.MapMode.READ_WRITE, 0, HEADER + 2 * SLOT), jars, output);
    }
  }

  @Override
  public void calling(Call call) {
    call.suspects().stream().findFirst().map(Suspect::jar).ifPresent(this::separateOutput);
    StringBuilder text = new StringBuilder(call.limit().name()).append('\n').append(call.phrase());
    for (Suspect suspect : call.suspects()) {
      text.append('\n').append(jars.indexOf(suspect.jar())).append(' ');
      text.append(suspect.plugin().orElse(""));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    long number = calls + 1;
    int slot = slot(number);
    int length = Math.min(bytes.length, MAX_LENGTH);
    memory.putInt(slot, length);
    memory.put(slot + Integer.BYTES, bytes, 0, length);
    VarHandle.releaseFence();
    memory.putLong(0, number);
    calls = number;
  }

  /** Separates the output of different jars. */
  private void separateOutput(Path jar) {
    if (printing.isPresent() && printing.get().equals(jar)) {
      return;
    }
    printing = Optional.of(jar);
    try {
      output.write(OutputTail.SEPARATOR);
    } catch (IOException e) {
      // closed by a plugin, which then cannot print anything either
      return;
    }
  }

  /** Prints the stack trace to the captured output. */
  @Override
  public void caught(Throwable thrown) {
    thrown.printStackTrace();
  }

  private static int slot(long number) {
    return HEADER + (int) (number % 2) * SLOT;
  }

  /**
   * Reads the current call of a process, running or not.
   *
   * @return empty before the first call
   */
  static Optional<Crumb> read(Path file, List<Path> jars) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (bytes.length < HEADER + 2 * SLOT) {
      return Optional.empty();
    }
    ByteBuffer memory = ByteBuffer.wrap(bytes);
    long number = memory.getLong(0);
    if (number == 0) {
      return Optional.empty();
    }
    int slot = slot(number);
    int length = Math.max(0, Math.min(memory.getInt(slot), MAX_LENGTH));
    String text = new String(bytes, slot + Integer.BYTES, length, StandardCharsets.UTF_8);
    return Optional.of(new Crumb(number, call(List.of(text.split("\n", -1)), jars)));
  }

  private static Call call(List<String> lines, List<Path> jars) {
    List<Suspect> suspects = new ArrayList<>();
    for (String line : lines.subList(Math.min(2, lines.size()), lines.size())) {
      String[] parts = line.split(" ", 2);
      suspects.add(
          new Suspect(
              jars.get(Integer.parseInt(parts[0])),
              Optional.of(parts[1]).filter(name -> !name.isEmpty())));
    }
    return new Call(lines.get(1), suspects, Limit.valueOf(lines.get(0)));
  }
}

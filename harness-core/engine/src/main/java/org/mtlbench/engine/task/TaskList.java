package org.mtlbench.engine.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.run.RunPolicy;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.AtomicFile;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.ResultsJson;

/**
 * The file {@code tasks.jsonl} of a run folder: a header line, then one line per task, so that a
 * task is found without parsing the others.
 */
final class TaskList {
  private static final int SCHEMA = 1;

  private TaskList() {}

  /**
   * The first line.
   *
   * @param schema version of the file
   * @param mtlbench version of the program that wrote it
   * @param tasks number of tasks
   * @param timeout time limit of an attempt of a cell
   * @param retries further attempts after a failure caused by the machine
   */
  record Header(int schema, String mtlbench, int tasks, Optional<Duration> timeout, int retries) {}

  /**
   * A task.
   *
   * @param index its index, from 0
   * @param cells its cells, in this order
   */
  record Task(int index, List<Cell> cells) {
    Task {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell of a task.
   *
   * @param order the work order, not claimed
   * @param claim token of the newest claim when the task was prepared, 0 if there was none
   * @param earlier start of the attempt whose record the cell had then, by which that record is
   *     told from a later one
   */
  record Cell(WorkOrder order, long claim, Optional<Instant> earlier) {
    static Cell of(RunFolder folder, WorkOrder order) throws IOException {
      String id = order.cell().id();
      return new Cell(
          order,
          folder.attempts(id).newest(),
          folder.readCell(id).map(record -> record.provenance().started()));
    }

    /** Whether a record was there when the task was prepared. */
    boolean precedes(CellRecord record) {
      return earlier.filter(record.provenance().started()::equals).isPresent();
    }
  }

  static void write(RunFolder folder, RunPolicy policy, List<Task> tasks) throws IOException {
    JsonMapper mapper = ResultsJson.newMapper();
    StringBuilder text = new StringBuilder();
    Header header =
        new Header(SCHEMA, Machine.program(), tasks.size(), policy.timeout(), policy.retries());
    text.append(mapper.writeValueAsString(header)).append('\n');
    for (Task task : tasks) {
      text.append(mapper.writeValueAsString(task)).append('\n');
    }
    AtomicFile.write(folder.tasksFile(), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the header.
   *
   * @throws InvalidConfigException if there are no tasks, or they are of another version
   */
  static Header readHeader(RunFolder folder) throws IOException {
    try (BufferedReader reader = open(folder)) {
      return header(folder, reader);
    }
  }

  /**
   * Reads one task.
   *
   * @throws InvalidConfigException if there is none with this index
   */
  static Task read(RunFolder folder, int index) throws IOException {
    try (BufferedReader reader = open(folder)) {
      Header header = header(folder, reader);
      if (index < 0 || index >= header.tasks()) {
        throw new InvalidConfigException(
            "--index",
            String.valueOf(index),
            header.tasks() == 0
                ? "none: the folder has no tasks, all cells were done"
                : "a whole number from 0 to " + (header.tasks() - 1));
      }
      for (int i = 0; i < index; i++) {
        reader.readLine();
      }
      return parse(folder, reader.readLine(), Task.class);
    }
  }

  /** Reads all tasks. */
  static List<Task> readAll(RunFolder folder) throws IOException {
    List<Task> tasks = new ArrayList<>();
    try (BufferedReader reader = open(folder)) {
      Header header = header(folder, reader);
      for (int i = 0; i < header.tasks(); i++) {
        tasks.add(parse(folder, reader.readLine(), Task.class));
      }
    }
    return tasks;
  }

  private static BufferedReader open(RunFolder folder) throws IOException {
    Path file = folder.tasksFile();
    try {
      return Files.newBufferedReader(file);
    } catch (NoSuchFileException e) {
      throw new InvalidConfigException(
          "DIR", folder.root() + ", which has no " + file.getFileName(), "a run folder with tasks");
    }
  }

  private static Header header(RunFolder folder, BufferedReader reader) throws IOException {
    Header header = parse(folder, reader.readLine(), Header.class);
    if (header.schema() != SCHEMA || !header.mtlbench().equals(Machine.program())) {
      throw new InvalidConfigException(
          "DIR",
          folder.root() + " with tasks of mtlbench " + header.mtlbench(),
          "tasks of this version, " + Machine.program());
    }
    return header;
  }

  private static <T> T parse(RunFolder folder, String line, Class<T> type) throws IOException {
    String place = folder.tasksFile().toString();
    try {
      if (line != null) {
        return ResultsJson.newMapper().readValue(line, type);
      }
    } catch (JsonProcessingException e) {
      throw new CorruptRecordException(place, "not a valid list of tasks", e);
    }
    throw new CorruptRecordException(place, "incomplete");
  }
}

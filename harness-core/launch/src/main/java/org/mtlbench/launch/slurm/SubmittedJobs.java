package org.mtlbench.launch.slurm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.results.folder.AtomicFile;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.ResultsJson;

/**
 * The file {@code slurm.json} of a run folder: the job arrays that were submitted for it.
 *
 * @param jobs the arrays, the oldest first
 */
record SubmittedJobs(List<Job> jobs) {
  private static final String FILE = "slurm.json";
  private static final int MAX_BYTES = 1 << 20;

  /**
   * A job array.
   *
   * @param id Slurm's id
   * @param tasks number of tasks; element I runs task I
   * @param submitted when it was submitted
   */
  record Job(String id, int tasks, Instant submitted) {}

  SubmittedJobs {
    jobs = List.copyOf(jobs);
  }

  /** Reads the file; no jobs if there is none, or it cannot be understood. */
  static SubmittedJobs read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return new SubmittedJobs(List.of());
    }
    try {
      return mapper().readValue(PlainFile.read(file, MAX_BYTES), SubmittedJobs.class);
    } catch (NoSuchFileException | JsonProcessingException | CorruptRecordException e) {
      return new SubmittedJobs(List.of());
    }
  }

  /** Adds a job and writes the file. */
  void plus(Job job, Path folder) throws IOException {
    List<Job> all = new ArrayList<>(jobs);
    all.add(job);
    AtomicFile.write(folder.resolve(FILE), mapper().writeValueAsBytes(new SubmittedJobs(all)));
  }

  /** The ids of the jobs. */
  List<String> ids() {
    return jobs.stream().map(Job::id).toList();
  }

  private static JsonMapper mapper() {
    return ResultsJson.newMapper();
  }
}

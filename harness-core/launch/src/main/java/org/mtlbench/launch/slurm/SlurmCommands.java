package org.mtlbench.launch.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtlbench.api.config.InvalidConfigException;

/** Calls of Slurm's commands. */
final class SlurmCommands {
  private static final Pattern JOB = Pattern.compile("(\\d+)(;.*)?");
  private static final Pattern ELEMENT = Pattern.compile("(\\d+)_(\\d+)\\|(\\w+)\\|(.*)");
  private static final Pattern MAX_ARRAY = Pattern.compile("(?m)^MaxArraySize\\s*=\\s*(\\d+)");
  private static final int MAX_MESSAGE = 300;

  /**
   * An element of a job array.
   *
   * @param state Slurm's state, for example {@code RUNNING}
   * @param reason why it waits or has ended, as Slurm says
   */
  record Element(String state, String reason) {}

  private record Result(int code, String out, String err) {}

  /**
   * Submits a script.
   *
   * @return the id of the job array
   * @throws InvalidConfigException if Slurm rejects it, or is not there
   */
  String submit(Path script, List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sbatch", "--parsable"));
    command.addAll(options);
    command.add(script.toString());
    Result result = call(command);
    Matcher job = JOB.matcher(result.out().strip());
    if (result.code() != 0 || !job.matches()) {
      throw new InvalidConfigException(
          "--on slurm",
          "sbatch rejected " + script + ": " + message(result),
          "resources that the cluster has; see --resource and --profile");
    }
    return job.group(1);
  }

  /**
   * The elements of job arrays by their index. Empty if Slurm no longer knows the jobs.
   *
   * @throws IOException if Slurm does not answer
   */
  Map<Integer, Element> elements(List<String> jobs) throws IOException, InterruptedException {
    Result result =
        call(
            List.of(
                "squeue",
                "--noheader",
                "--array",
                "--states=all",
                "--jobs=" + String.join(",", jobs),
                "--format=%i|%T|%r"));
    if (result.code() != 0 && !result.err().contains("Invalid job id")) {
      throw new IOException("squeue does not answer: " + message(result));
    }
    Map<Integer, Element> elements = new HashMap<>();
    for (String line : result.out().lines().toList()) {
      Matcher element = ELEMENT.matcher(line.strip());
      if (element.matches()) {
        elements.put(
            Integer.valueOf(element.group(2)), new Element(element.group(3), element.group(4)));
      }
    }
    return elements;
  }

  /** Cancels jobs; those that have ended are ignored. */
  void cancel(List<String> jobs) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("scancel"));
    command.addAll(jobs);
    Result result = call(command);
    if (result.code() != 0 && !result.err().contains("Invalid job id")) {
      throw new IOException("scancel failed: " + message(result));
    }
  }

  /** The greatest number of elements of an array, if Slurm says so. */
  OptionalInt maxArraySize() throws IOException, InterruptedException {
    Result result = call(List.of("scontrol", "show", "config"));
    Matcher size = MAX_ARRAY.matcher(result.out());
    return size.find() ? OptionalInt.of(Integer.parseInt(size.group(1))) : OptionalInt.empty();
  }

  private static String message(Result result) {
    String text = (result.err() + " " + result.out()).strip().replaceAll("\\s+", " ");
    return text.substring(0, Math.min(MAX_MESSAGE, text.length()));
  }

  private static Result call(List<String> command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new InvalidConfigException(
          "--on slurm",
          "no command " + command.get(0),
          "a machine from which jobs can be submitted to Slurm");
    }
    process.getOutputStream().close();
    StringBuilder err = new StringBuilder();
    Thread reader =
        new Thread(
            () -> {
              try {
                err.append(
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
              } catch (IOException e) {
                err.append(e.getMessage());
              }
            });
    reader.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    reader.join();
    return new Result(code, out, err.toString());
  }
}

package org.mtlbench.launch.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mtlbench.api.config.InvalidConfigException;

/**
 * An Indexed Job that carries out the tasks of a run folder, one pod per task.
 *
 * <p>A pod that fails is replaced by another one with the same index, which resumes from the
 * checkpoint. Pods that the cluster removed (preemption, drained or failed nodes) do not count as
 * failures. A task whose cell failed is not repeated, since {@code work} has already retried what a
 * retry can help; a rejected command line ends the job.
 *
 * <p>Kubernetes replaces {@code $(NAME)} in arguments and variables; every value from outside has
 * its {@code $} doubled, which Kubernetes turns back into one.
 */
public final class IndexedJob {
  private static final String CONTAINER = "work";
  private static final String INDEX = "$(JOB_COMPLETION_INDEX)";

  /** Time for a checkpoint after TERM. */
  private static final int GRACE_SECONDS = 120;

  /** Names of pods, which are hostnames, end with the index and have at most 63 characters. */
  private static final int MAX_NAME = 50;

  /** Exit codes of {@code work} that another pod cannot change. */
  private static final int BAD_INPUT = 2;

  private static final int CELL_FAILED = 3;

  private final KubernetesOptions options;
  private final String run;
  private final String directory;
  private final int tasks;

  /**
   * Creates a job.
   *
   * @param run name of the run, any text
   * @param directory absolute path of the run folder in the pods
   * @param tasks number of tasks, at least 1
   * @throws InvalidConfigException if the folder is not in one of the volumes
   */
  public IndexedJob(KubernetesOptions options, String run, String directory, int tasks) {
    if (options.volumes().stream().noneMatch(volume -> contains(volume, directory))) {
      throw new InvalidConfigException(
          "volume",
          "none that contains the run folder " + directory,
          "a volume mounted at a folder above it: CLAIM:PATH");
    }
    this.options = options;
    this.run = run;
    this.directory = directory;
    this.tasks = tasks;
  }

  private static boolean contains(KubernetesOptions.Volume volume, String directory) {
    String mount = volume.mountPath().endsWith("/") ? volume.mountPath() : volume.mountPath() + "/";
    return (directory + "/").startsWith(mount);
  }

  /** The manifest in YAML, for {@code kubectl apply -f}. */
  public String yaml() {
    YAMLMapper mapper =
        new YAMLMapper(
            YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build());
    try {
      return mapper.writeValueAsString(manifest());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the manifest cannot be written as YAML", e);
    }
  }

  private JobManifest manifest() {
    return new JobManifest(
        new JobManifest.Metadata(
            name(run), options.namespace().orElse(""), Map.of("mtlbench.org/run", run)),
        new JobManifest.JobSpec(
            "Indexed",
            tasks,
            Math.min(options.parallelism(), tasks),
            options.retries(),
            new JobManifest.PodFailurePolicy(rules()),
            new JobManifest.PodTemplate(pod())));
  }

  /** A name of a Kubernetes object: what is not allowed becomes a hyphen. */
  static String name(String run) {
    String plain = run.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String name = "mtlbench-" + plain.replaceAll("^-|-$", "");
    return name.substring(0, Math.min(MAX_NAME, name.length())).replaceAll("-+$", "");
  }

  private static List<JobManifest.Rule> rules() {
    return List.of(
        new JobManifest.ConditionRule(
            "Ignore", List.of(new JobManifest.OnPodCondition("DisruptionTarget", "True"))),
        exit("FailIndex", CELL_FAILED),
        exit("FailJob", BAD_INPUT));
  }

  private static JobManifest.Rule exit(String action, int code) {
    return new JobManifest.ExitCodeRule(
        action, new JobManifest.OnExitCodes(CONTAINER, "In", List.of(code)));
  }

  private JobManifest.PodSpec pod() {
    List<JobManifest.Volume> volumes = new ArrayList<>();
    List<JobManifest.VolumeMount> mounts = new ArrayList<>();
    for (KubernetesOptions.Volume volume : options.volumes()) {
      String name = "volume-" + volumes.size();
      volumes.add(new JobManifest.Volume(name, new JobManifest.VolumeClaim(volume.claim())));
      mounts.add(new JobManifest.VolumeMount(name, volume.mountPath()));
    }
    List<JobManifest.EnvVar> environment = new ArrayList<>();
    new TreeMap<>(options.environment())
        .forEach((name, value) -> environment.add(new JobManifest.EnvVar(name, literal(value))));
    return new JobManifest.PodSpec(
        "Never",
        GRACE_SECONDS,
        new TreeMap<>(options.nodeSelector()),
        List.of(
            new JobManifest.Container(
                CONTAINER,
                options.image(),
                List.of(literal(options.program())),
                List.of("work", literal(directory), "--index", INDEX),
                environment,
                resources(),
                mounts)),
        volumes);
  }

  /** As much as requested and no more, so that pods do not disturb one another's measurements. */
  private JobManifest.Resources resources() {
    Map<String, String> quantities = new LinkedHashMap<>();
    quantities.put("cpu", options.cpu());
    quantities.put("memory", options.memory());
    if (options.gpus() > 0) {
      quantities.put("nvidia.com/gpu", String.valueOf(options.gpus()));
    }
    return new JobManifest.Resources(quantities, quantities);
  }

  /** A value that Kubernetes passes on as it is. */
  static String literal(String value) {
    return value.replace("$", "$$");
  }
}

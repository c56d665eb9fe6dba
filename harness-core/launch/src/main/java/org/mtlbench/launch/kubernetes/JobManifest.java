package org.mtlbench.launch.kubernetes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The part of a {@code batch/v1} Job that is used here, with the names of the <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/">API
 * reference</a>. Empty texts, lists and maps are omitted.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record JobManifest(String apiVersion, String kind, Metadata metadata, JobSpec spec) {
  /** A job. */
  JobManifest(Metadata metadata, JobSpec spec) {
    this("batch/v1", "Job", metadata, spec);
  }

  /** The namespace is empty for that of the user's context. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Metadata(String name, String namespace, Map<String, String> annotations) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record JobSpec(
      String completionMode,
      int completions,
      int parallelism,
      int backoffLimitPerIndex,
      PodFailurePolicy podFailurePolicy,
      PodTemplate template) {}

  record PodFailurePolicy(List<Rule> rules) {}

  /** What a failed pod means for its index: the first rule that applies counts. */
  sealed interface Rule {}

  record ExitCodeRule(String action, OnExitCodes onExitCodes) implements Rule {}

  record ConditionRule(String action, List<OnPodCondition> onPodConditions) implements Rule {}

  record OnExitCodes(String containerName, String operator, List<Integer> values) {}

  record OnPodCondition(String type, String status) {}

  record PodTemplate(PodSpec spec) {}

  /** The deadline is 0 for none. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record PodSpec(
      String restartPolicy,
      int terminationGracePeriodSeconds,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) long activeDeadlineSeconds,
      Map<String, String> nodeSelector,
      List<Container> containers,
      List<Volume> volumes) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Container(
      String name,
      String image,
      List<String> command,
      List<String> args,
      Resources resources,
      List<VolumeMount> volumeMounts) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Resources(Map<String, String> requests, Map<String, String> limits) {}

  record VolumeMount(String name, String mountPath) {}

  record Volume(String name, VolumeClaim persistentVolumeClaim) {}

  record VolumeClaim(String claimName) {}
}

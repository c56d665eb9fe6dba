/**
 * Runs of a folder's tasks as an Indexed Job of Kubernetes: the manifest, as typed records that
 * Jackson writes as YAML. The manifest is printed for {@code kubectl}; nothing here talks to a
 * cluster.
 */
package org.mtlbench.launch.kubernetes;

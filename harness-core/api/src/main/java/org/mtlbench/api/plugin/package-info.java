/**
 * What plugins of every kind have in common: metadata, and bundles that are found by {@link
 * java.util.ServiceLoader}. Also the version of this contract.
 */
package org.mtlbench.api.plugin;

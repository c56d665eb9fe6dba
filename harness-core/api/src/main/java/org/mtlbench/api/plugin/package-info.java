/**
 * The common API of all plugins: metadata, bundles that are discovered by {@link
 * java.util.ServiceLoader}, and the version of the API.
 */
package org.mtlbench.api.plugin;

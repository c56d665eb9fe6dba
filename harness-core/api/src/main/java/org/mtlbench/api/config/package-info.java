/**
 * Configs of plugins as records: binding from JSON, and all problems of a config at once. A problem
 * names its place, the value found, and what is allowed.
 */
package org.mtlbench.api.config;

/**
 * Plugin configs as records, and problems in them. A problem names its location, the value found,
 * and what is allowed.
 */
package org.mtlbench.api.config;

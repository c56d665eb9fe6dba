/**
 * Options and arguments that several commands share, and the objects that they create: a plan on
 * devices, access to data, a report request.
 */
package org.mtlbench.cli.option;

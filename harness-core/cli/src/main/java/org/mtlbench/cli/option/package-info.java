/**
 * Options and arguments that several commands share, and what they make: a plan on devices, access
 * to data, a request for reports.
 */
package org.mtlbench.cli.option;

/**
 * Format-independent tables and documents: plain texts, typed numbers, styles, flags and footnotes.
 * The packages {@code tables} and {@code document} fill them; each format escapes texts and decides
 * how styles look.
 */
package org.mtlbench.reports.model;

/**
 * The report as one HTML page that needs no network: styles, script and charts are inside.
 * Untrusted text is escaped by j2html. A content security policy allows only the page's own script
 * and no network access.
 */
package org.mtlbench.reports.html;

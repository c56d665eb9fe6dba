/** Range and null checks shared by all records, with messages that name the allowed values. */
package org.mtlbench.results.check;

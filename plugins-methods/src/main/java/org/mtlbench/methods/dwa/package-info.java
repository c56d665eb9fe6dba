/** DWA: dynamic weight average (Liu, Johns and Davison 2019). */
package org.mtlbench.methods.dwa;

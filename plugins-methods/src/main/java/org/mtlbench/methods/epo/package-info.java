/** EPO: exact Pareto optimal search for a preference ray (Mahapatra and Rajan 2020). */
package org.mtlbench.methods.epo;

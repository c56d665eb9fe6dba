/** MGDA: multiple gradient descent (Sener and Koltun 2018). */
package org.mtlbench.methods.mgda;

/** MoDo: multi-objective gradient with double sampling (Chen et al. 2023). */
package org.mtlbench.methods.modo;

/** UPGrad: unconflicting projection of gradients (Quinton and Rey 2024). */
package org.mtlbench.methods.upgrad;

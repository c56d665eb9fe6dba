/** FairGrad: alpha-fair allocation of the decrease of the losses (Ban and Ji 2024). */
package org.mtlbench.methods.fairgrad;

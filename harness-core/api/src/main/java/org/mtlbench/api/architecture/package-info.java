/**
 * The API of backbones and architectures: plugins, blueprints and networks. A network shares
 * parameters between tasks and has one output per task.
 */
package org.mtlbench.api.architecture;

/**
 * The map of the modules as rules: who may use whom, and what a type must look like. For whoever changes the shape of
 * the project; start at {@link io.tidings.architecture.Modules}.
 */
package io.tidings.architecture;

/** Promises that only several modules together can break. */
package io.tidings.promises;

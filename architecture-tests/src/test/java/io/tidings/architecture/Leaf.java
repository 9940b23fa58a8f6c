package io.tidings.architecture;

/** Something for offenders to depend on. */
public class Leaf {}

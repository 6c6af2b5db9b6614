package io.github.unrolled.browser;

/** A way by which the page reaches its reader. */
public enum Access {
  /** From a folder, without a server. */
  FILE,
  /** From a server. */
  HTTP
}

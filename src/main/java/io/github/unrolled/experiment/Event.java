package io.github.unrolled.experiment;

/** What somebody did, named by intent; views and host pages dispatch it to a {@link Store}. */
public sealed interface Event permits Change, Command {}

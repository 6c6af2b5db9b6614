package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.ManualFrames;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.view.Seen;

/** A playground without a page, whose states a view sees one after the other. */
final class Scene {
  private static final Palette PALETTE =
      new Palette(
          "#ffffff", "#000000", "#555555", "#cccccc", "#0000ff", "#ff0000", "#eeeeee", "#00ff00",
          "#ff00ff", "#00ffff", "#ffff00");

  final ManualFrames frames = new ManualFrames();
  final Seen seen = new Seen();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});

  Scene(Event... events) {
    after(events);
  }

  /** The state after some events, which is the one seen last. */
  State after(Event... events) {
    for (Event event : events) {
      store.dispatch(event);
    }
    seen.take(store.state(), PALETTE);
    return store.state();
  }

  State state() {
    return store.state();
  }

  NetworkShape shape() {
    return state().experiment().shape();
  }

  /** A slice through the network shown. */
  Slice slice(ParameterPlane plane) {
    plane.goThrough(state().snapshot().parameters());
    return Slice.of(plane, new ParameterNames(shape()));
  }

  /** A slice along two parameters. */
  Slice slice(int first, int second) {
    return slice(ParameterPlane.ofParameters(shape(), first, second));
  }
}

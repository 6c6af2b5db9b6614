package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.insight.PlaneTrail;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Timeline;

/** Places in a plane: the path of training, the tries of random search and the present. */
final class LandscapeMarks {
  private final PlaneTrail path = new PlaneTrail();
  private final PlaneTrail tries = new PlaneTrail();

  /** Whether clipping acted before each point of the path. */
  private boolean[] clipped = new boolean[0];

  private boolean pathIsOpen;
  private boolean searched;
  private double presentAcross;
  private double presentUp;
  private boolean hasBest;
  private double bestAcross;
  private double bestUp;

  /** Finds all places. */
  void follow(State state, ParameterPlane plane) {
    Timeline checkpoints = state.run().timeline();
    path.follow(checkpoints, plane);
    clipped = new boolean[path.size()];
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = checkpoints.clipped(i);
    }
    tries.follow(state.run().tries(), plane);
    plane.locate(state.snapshot().parameters()::get);
    presentAcross = plane.locatedAcross();
    presentUp = plane.locatedUp();
    searched = state.snapshot().method() == Method.RANDOM_SEARCH;
    double epochs = state.snapshot().epochs();
    int last = path.size() - 1;
    pathIsOpen = !searched && last >= 0 && epochs >= checkpoints.epoch(last);
    hasBest = state.run().tries().hasBest();
    if (hasBest) {
      plane.locate(state.run().tries()::best);
      bestAcross = plane.locatedAcross();
      bestUp = plane.locatedUp();
    }
  }

  /** Widens the axes of a slice so that the path and the present are on them. */
  void widen(Slice slice) {
    for (int i = 0; i < path.size(); i++) {
      slice.include(path.across(i), path.up(i));
    }
    slice.include(presentAcross, presentUp);
  }

  /** The checkpoints of BPTT. */
  PlaneTrail path() {
    return path;
  }

  /** Whether clipping acted between a point of the path and the one before it. */
  boolean isClipped(int point) {
    return clipped[point];
  }

  /** Whether the path leads on to the present. */
  boolean pathIsOpen() {
    return pathIsOpen;
  }

  /** The tries of random search. */
  PlaneTrail tries() {
    return tries;
  }

  /** Whether the network shown is from random search. */
  boolean isSearched() {
    return searched;
  }

  /** Coordinate across of the network shown. */
  double presentAcross() {
    return presentAcross;
  }

  /** Coordinate up of the network shown. */
  double presentUp() {
    return presentUp;
  }

  /** Whether random search has a best try. */
  boolean hasBest() {
    return hasBest;
  }

  /** Coordinate across of the best try. */
  double bestAcross() {
    return bestAcross;
  }

  /** Coordinate up of the best try. */
  double bestUp() {
    return bestUp;
  }
}

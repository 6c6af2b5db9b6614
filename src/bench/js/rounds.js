(() => {
  const timed = (trainer, epochs) => {
    const start = performance.now();
    if (trainer.train(epochs) === false) throw new Error('diverged');
    return performance.now() - start;
  };

  const lowerQuartile = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 4)];

  /** Epochs per millisecond, once it runs warm. */
  const warmUp = (make, ms) => {
    const trainer = make();
    let batch = 1;
    let epochs = 0;
    let time = 0;
    while (time < ms) {
      time += timed(trainer, batch);
      epochs += batch;
      // A call as long as the slices to come, or nearly.
      if (time < ms / 10) batch *= 2;
    }
    return epochs / time;
  };

  /**
   * Measures two ways to do the same work in turns, so that both meet the same moods of the machine.
   * Each round starts both afresh and has them take turns in slices so short that many are not
   * interrupted by other programs; a round's speed is that of the slice at the lower quartile of its
   * times. `one` and `other` make something with train(epochs) and loss().
   */
  globalThis.rounds = (one, other, {count, slices, sliceMs, warmUpMs}) => {
    warmUp(one, warmUpMs);
    const epochs = Math.max(1, Math.round(warmUp(other, warmUpMs) * sliceMs));

    const result = [];
    for (let round = 0; round < count; round++) {
      const trainers = [one(), other()];
      const times = [[], []];
      for (let slice = 0; slice < slices; slice++) {
        // Whoever comes second in a slice comes first in the next.
        const first = slice % 2;
        times[first].push(timed(trainers[first], epochs));
        times[1 - first].push(timed(trainers[1 - first], epochs));
      }
      result.push({
        one: (1000 * epochs) / lowerQuartile(times[0]),
        other: (1000 * epochs) / lowerQuartile(times[1]),
        lossOfOne: trainers[0].loss(),
        lossOfOther: trainers[1].loss(),
      });
    }
    return result;
  };

  /**
   * Milliseconds per epoch of each of several trainings, which take turns, too. Each turn starts
   * afresh, because there is but one training at a time.
   */
  globalThis.inTurns = (makers, {slices, sliceMs, warmUpMs}) => {
    const epochs = makers.map((make) => Math.max(1, Math.round(warmUp(make, warmUpMs) * sliceMs)));
    const times = makers.map(() => []);
    for (let slice = 0; slice < slices; slice++) {
      makers.forEach((make, i) => times[i].push(timed(make(), epochs[i])));
    }
    return times.map((all, i) => lowerQuartile(all) / epochs[i]);
  };
})();

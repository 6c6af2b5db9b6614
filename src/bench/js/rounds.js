/**
 * Measures two ways to do the same work in turns, so that both meet the same moods of the machine.
 * Each round starts both afresh and has them take turns in slices so short that many are not
 * interrupted by other programs; a round's speed is that of the slice at the lower quartile of its
 * times. `one` and `other` make something with train(epochs) and loss().
 */
globalThis.rounds = (one, other, {count, slices, sliceMs, warmUpMs}) => {
  const timed = (trainer, epochs) => {
    const start = performance.now();
    if (trainer.train(epochs) === false) throw new Error('diverged');
    return performance.now() - start;
  };

  const lowerQuartile = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 4)];

  const warmUp = (make) => {
    const trainer = make();
    let epochs = 0;
    let time = 0;
    while (time < warmUpMs) {
      time += timed(trainer, 1000);
      epochs += 1000;
    }
    return epochs / time;
  };

  warmUp(one);
  const perMs = warmUp(other);
  const epochs = Math.max(1, Math.round(perMs * sliceMs));

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

/**
 * One Elman unit and its training by backpropagation through time, written by hand as well as can be:
 * what the compiled core is measured against. One hidden unit, one input, one output; the loss is
 * the mean squared error; gradients are clipped element by element; plain gradient descent.
 */
(globalThis.trainers ??= {}).unit = ({activation, inputs, targets, start, learningRate, clipLimit}) => {
  const TANH = 0;
  const RELU = 1;
  const SIGMOID = 2;
  const kind = {tanh: TANH, ReLU: RELU, sigmoid: SIGMOID, linear: 3}[activation];

  const value = (kind, a) => {
    if (kind === TANH) return 1 - 2 / (Math.exp(2 * a) + 1);
    if (kind === RELU) return a > 0 ? a : 0;
    if (kind === SIGMOID) return 1 / (1 + Math.exp(-a));
    return a;
  };

  /** The derivative, told by the activation's value. */
  const slope = (kind, h) => {
    if (kind === TANH) return 1 - h * h;
    if (kind === RELU) return h > 0 ? 1 : 0;
    if (kind === SIGMOID) return h * (1 - h);
    return 1;
  };

  const steps = inputs.length;
  const x = Float64Array.from(inputs);
  const target = Float64Array.from(targets);
  const w = Float64Array.from(start);
  const gradient = new Float64Array(w.length);
  const h = new Float64Array(steps);
  const y = new Float64Array(steps);

  const forward = () => {
    const wInput = w[0];
    const wHidden = w[1];
    const bHidden = w[2];
    const wOutput = w[3];
    const bOutput = w[4];
    let state = 0;
    let sum = 0;
    for (let t = 0; t < steps; t++) {
      state = value(kind, wInput * x[t] + wHidden * state + bHidden);
      const output = wOutput * state + bOutput;
      const error = output - target[t];
      sum += error * error;
      h[t] = state;
      y[t] = output;
    }
    return sum / steps;
  };

  const backward = () => {
    const wHidden = w[1];
    const wOutput = w[3];
    const scale = 2 / steps;
    let gInput = 0;
    let gHidden = 0;
    let gHiddenBias = 0;
    let gOutput = 0;
    let gOutputBias = 0;
    let later = 0;
    for (let t = steps - 1; t >= 0; t--) {
      const dy = scale * (y[t] - target[t]);
      const state = h[t];
      gOutput += dy * state;
      gOutputBias += dy;
      const da = (dy * wOutput + later) * slope(kind, state);
      gInput += da * x[t];
      if (t > 0) gHidden += da * h[t - 1];
      gHiddenBias += da;
      later = da * wHidden;
    }
    gradient[0] = gInput;
    gradient[1] = gHidden;
    gradient[2] = gHiddenBias;
    gradient[3] = gOutput;
    gradient[4] = gOutputBias;
  };

  const update = () => {
    for (let i = 0; i < w.length; i++) {
      const g = Math.max(-clipLimit, Math.min(clipLimit, gradient[i]));
      w[i] -= learningRate * g;
      if (!Number.isFinite(w[i])) return false;
    }
    return true;
  };

  return {
    train(epochs) {
      for (let i = 0; i < epochs; i++) {
        const loss = forward();
        if (!Number.isFinite(loss)) return false;
        backward();
        if (!update()) return false;
      }
      return true;
    },
    loss: forward,
  };
};

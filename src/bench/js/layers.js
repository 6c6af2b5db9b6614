/**
 * Layers of recurrent units with a linear output and their training by backpropagation through time,
 * written by hand as well as can be: what the compiled core is measured against. One input, one
 * output; the loss is the mean squared error; gradients are clipped element by element; plain
 * gradient descent. The parameters lie in one flat array in the order of the core.
 */
(() => {
  const tanh = (a) => 1 - 2 / (Math.exp(2 * a) + 1);
  const sigmoid = (a) => 1 / (1 + Math.exp(-a));

  /** The products of matrices and vectors, row by row. */
  const plain = () => ({
    /** y += W x. */
    multiply(w, wFrom, rows, columns, x, xFrom, y, yFrom) {
      for (let i = 0; i < rows; i++) {
        const k = wFrom + i * columns;
        let sum = y[yFrom + i];
        for (let j = 0; j < columns; j++) sum += w[k + j] * x[xFrom + j];
        y[yFrom + i] = sum;
      }
    },

    /** x += W^T y. */
    multiplyTransposed(w, wFrom, rows, columns, y, yFrom, x, xFrom) {
      for (let i = 0; i < rows; i++) {
        const k = wFrom + i * columns;
        const v = y[yFrom + i];
        for (let j = 0; j < columns; j++) x[xFrom + j] += w[k + j] * v;
      }
    },

    /** W += y_0 x_0^T + y_1 x_1^T + ... */
    addOuterProducts(y, yFrom, rows, x, xFrom, columns, steps, w, wFrom) {
      for (let t = 0; t < steps; t++) {
        for (let i = 0; i < rows; i++) {
          const k = wFrom + i * columns;
          const v = y[yFrom + t * rows + i];
          const from = xFrom + t * columns;
          for (let j = 0; j < columns; j++) w[k + j] += v * x[from + j];
        }
      }
    },
  });

  /** The same products, as many rows and steps at a time as the core takes. */
  const blocked = () => {
    const rowByRow = plain();
    return {
      multiply(w, wFrom, rows, columns, x, xFrom, y, yFrom) {
        let i = 0;
        for (; i + 4 <= rows; i += 4) {
          const k0 = wFrom + i * columns;
          const k1 = k0 + columns;
          const k2 = k1 + columns;
          const k3 = k2 + columns;
          let y0 = y[yFrom + i];
          let y1 = y[yFrom + i + 1];
          let y2 = y[yFrom + i + 2];
          let y3 = y[yFrom + i + 3];
          for (let j = 0; j < columns; j++) {
            const v = x[xFrom + j];
            y0 += w[k0 + j] * v;
            y1 += w[k1 + j] * v;
            y2 += w[k2 + j] * v;
            y3 += w[k3 + j] * v;
          }
          y[yFrom + i] = y0;
          y[yFrom + i + 1] = y1;
          y[yFrom + i + 2] = y2;
          y[yFrom + i + 3] = y3;
        }
        rowByRow.multiply(w, wFrom + i * columns, rows - i, columns, x, xFrom, y, yFrom + i);
      },

      multiplyTransposed(w, wFrom, rows, columns, y, yFrom, x, xFrom) {
        let i = 0;
        for (; i + 4 <= rows; i += 4) {
          const k0 = wFrom + i * columns;
          const k1 = k0 + columns;
          const k2 = k1 + columns;
          const k3 = k2 + columns;
          const y0 = y[yFrom + i];
          const y1 = y[yFrom + i + 1];
          const y2 = y[yFrom + i + 2];
          const y3 = y[yFrom + i + 3];
          for (let j = 0; j < columns; j++) {
            x[xFrom + j] += w[k0 + j] * y0 + w[k1 + j] * y1 + w[k2 + j] * y2 + w[k3 + j] * y3;
          }
        }
        rowByRow.multiplyTransposed(
          w,
          wFrom + i * columns,
          rows - i,
          columns,
          y,
          yFrom + i,
          x,
          xFrom,
        );
      },

      addOuterProducts(y, yFrom, rows, x, xFrom, columns, steps, w, wFrom) {
        let i = 0;
        for (; i + 2 <= rows; i += 2) {
          const m0 = wFrom + i * columns;
          const m1 = m0 + columns;
          let t = 0;
          for (; t + 4 <= steps; t += 4) {
            const l0 = yFrom + t * rows + i;
            const l1 = l0 + rows;
            const l2 = l1 + rows;
            const l3 = l2 + rows;
            const a0 = y[l0];
            const a1 = y[l1];
            const a2 = y[l2];
            const a3 = y[l3];
            const b0 = y[l0 + 1];
            const b1 = y[l1 + 1];
            const b2 = y[l2 + 1];
            const b3 = y[l3 + 1];
            const k0 = xFrom + t * columns;
            const k1 = k0 + columns;
            const k2 = k1 + columns;
            const k3 = k2 + columns;
            for (let j = 0; j < columns; j++) {
              const x0 = x[k0 + j];
              const x1 = x[k1 + j];
              const x2 = x[k2 + j];
              const x3 = x[k3 + j];
              w[m0 + j] += a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3;
              w[m1 + j] += b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3;
            }
          }
          for (; t < steps; t++) {
            const a = y[yFrom + t * rows + i];
            const b = y[yFrom + t * rows + i + 1];
            for (let j = 0; j < columns; j++) {
              const v = x[xFrom + t * columns + j];
              w[m0 + j] += a * v;
              w[m1 + j] += b * v;
            }
          }
        }
        for (; i < rows; i++) {
          for (let t = 0; t < steps; t++) {
            const v = y[yFrom + t * rows + i];
            for (let j = 0; j < columns; j++) {
              w[wFrom + i * columns + j] += v * x[xFrom + t * columns + j];
            }
          }
        }
      },
    };
  };

  /** What all cells share: everything but the states and their gradients. */
  const trainer = (makeCell, gates, products, given) => {
    const {hiddenSize, inputs, targets, start, learningRate, clipLimit} = given;
    const size = hiddenSize;
    const steps = inputs.length;
    const rows = gates * size;
    const x = Float64Array.from(inputs);
    const target = Float64Array.from(targets);
    const w = Float64Array.from(start);
    const gradient = new Float64Array(w.length);
    const a = new Float64Array(steps * rows);
    const da = new Float64Array(steps * rows);
    const h = new Float64Array(steps * size);
    const dh = new Float64Array(steps * size);
    const y = new Float64Array(steps);
    const dy = new Float64Array(steps);

    const weightHh = rows;
    const bias = weightHh + rows * size;
    const weightOut = w.length - 1 - size;
    const biasOut = w.length - 1;

    const cell = makeCell({size, steps, rows, w, gradient, a, da, h, dh, weightHh, bias, products});

    const forward = () => {
      let sum = 0;
      for (let t = 0; t < steps; t++) {
        for (let i = 0; i < rows; i++) a[t * rows + i] = w[i] * x[t] + w[bias + i];
        cell.forward(t);
        let output = w[biasOut];
        for (let i = 0; i < size; i++) output += w[weightOut + i] * h[t * size + i];
        const error = output - target[t];
        sum += error * error;
        y[t] = output;
      }
      return sum / steps;
    };

    const backward = () => {
      gradient.fill(0);
      const scale = 2 / steps;
      for (let t = 0; t < steps; t++) {
        const d = scale * (y[t] - target[t]);
        dy[t] = d;
        gradient[biasOut] += d;
        for (let i = 0; i < size; i++) dh[t * size + i] = d * w[weightOut + i];
      }
      products.addOuterProducts(dy, 0, 1, h, 0, size, steps, gradient, weightOut);
      for (let t = steps - 1; t >= 0; t--) cell.backward(t);
      products.addOuterProducts(da, 0, rows, x, 0, 1, steps, gradient, 0);
      products.addOuterProducts(
        cell.recurrent,
        rows,
        rows,
        h,
        0,
        size,
        steps - 1,
        gradient,
        weightHh,
      );
      for (let t = 0; t < steps; t++) {
        for (let i = 0; i < rows; i++) gradient[bias + i] += da[t * rows + i];
      }
      cell.addGradients();
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

  /** h = tanh(a). */
  const elman = ({size, w, a, da, h, dh, weightHh, products}) => ({
    recurrent: da,

    forward(t) {
      const now = t * size;
      if (t > 0) products.multiply(w, weightHh, size, size, h, now - size, a, now);
      for (let i = now; i < now + size; i++) h[i] = tanh(a[i]);
    },

    backward(t) {
      const now = t * size;
      for (let i = now; i < now + size; i++) da[i] = dh[i] * (1 - h[i] * h[i]);
      if (t > 0) products.multiplyTransposed(w, weightHh, size, size, da, now, dh, now - size);
    },

    addGradients() {},
  });

  /** Gates r, z, n in this order. */
  const gru = ({size, steps, rows, w, gradient, a, da, h, dh, weightHh, bias, products}) => {
    const weightHn = weightHh + 2 * size * size;
    const biasHn = bias + rows;
    const r = new Float64Array(steps * size);
    const z = new Float64Array(steps * size);
    const n = new Float64Array(steps * size);
    const memory = new Float64Array(steps * size);
    const recurrent = new Float64Array(steps * rows);
    return {
      recurrent,

      forward(t) {
        const now = t * size;
        const before = now - size;
        const reset = t * rows;
        const update = reset + size;
        const candidate = update + size;
        for (let i = 0; i < size; i++) memory[now + i] = w[biasHn + i];
        if (t > 0) {
          products.multiply(w, weightHh, 2 * size, size, h, before, a, reset);
          products.multiply(w, weightHn, size, size, h, before, memory, now);
        }
        for (let i = 0; i < size; i++) {
          const previous = t > 0 ? h[before + i] : 0;
          r[now + i] = sigmoid(a[reset + i]);
          z[now + i] = sigmoid(a[update + i]);
          n[now + i] = tanh(a[candidate + i] + r[now + i] * memory[now + i]);
          h[now + i] = (1 - z[now + i]) * n[now + i] + z[now + i] * previous;
        }
      },

      backward(t) {
        const now = t * size;
        const before = now - size;
        const reset = t * rows;
        const update = reset + size;
        const candidate = update + size;
        for (let i = 0; i < size; i++) {
          const d = dh[now + i];
          const rt = r[now + i];
          const zt = z[now + i];
          const nt = n[now + i];
          const previous = t > 0 ? h[before + i] : 0;
          const dn = d * (1 - zt) * (1 - nt * nt);
          const dr = dn * memory[now + i] * rt * (1 - rt);
          const dz = d * (previous - nt) * zt * (1 - zt);
          da[reset + i] = recurrent[reset + i] = dr;
          da[update + i] = recurrent[update + i] = dz;
          da[candidate + i] = dn;
          recurrent[candidate + i] = dn * rt;
          if (t > 0) dh[before + i] += d * zt;
        }
        if (t > 0) {
          products.multiplyTransposed(w, weightHh, rows, size, recurrent, reset, dh, before);
        }
      },

      addGradients() {
        for (let t = 0; t < steps; t++) {
          for (let i = 0; i < size; i++) {
            gradient[biasHn + i] += recurrent[t * rows + 2 * size + i];
          }
        }
      },
    };
  };

  /** Gates i, f, g, o in this order. */
  const lstm = ({size, steps, rows, w, a, da, h, dh, weightHh, products}) => {
    const input = new Float64Array(steps * size);
    const forget = new Float64Array(steps * size);
    const candidate = new Float64Array(steps * size);
    const output = new Float64Array(steps * size);
    const c = new Float64Array(steps * size);
    const squashed = new Float64Array(steps * size);
    const dc = new Float64Array(size);
    return {
      recurrent: da,

      forward(t) {
        const now = t * size;
        const before = now - size;
        const from = t * rows;
        if (t > 0) products.multiply(w, weightHh, rows, size, h, before, a, from);
        for (let i = 0; i < size; i++) {
          const previous = t > 0 ? c[before + i] : 0;
          input[now + i] = sigmoid(a[from + i]);
          forget[now + i] = sigmoid(a[from + size + i]);
          candidate[now + i] = tanh(a[from + 2 * size + i]);
          output[now + i] = sigmoid(a[from + 3 * size + i]);
          c[now + i] = forget[now + i] * previous + input[now + i] * candidate[now + i];
          squashed[now + i] = tanh(c[now + i]);
          h[now + i] = output[now + i] * squashed[now + i];
        }
      },

      backward(t) {
        const now = t * size;
        const before = now - size;
        const from = t * rows;
        if (t === steps - 1) dc.fill(0);
        for (let i = 0; i < size; i++) {
          const it = input[now + i];
          const ft = forget[now + i];
          const gt = candidate[now + i];
          const ot = output[now + i];
          const s = squashed[now + i];
          const d = dh[now + i];
          const dct = dc[i] + d * ot * (1 - s * s);
          const previous = t > 0 ? c[before + i] : 0;
          da[from + i] = dct * gt * it * (1 - it);
          da[from + size + i] = dct * previous * ft * (1 - ft);
          da[from + 2 * size + i] = dct * it * (1 - gt * gt);
          da[from + 3 * size + i] = d * s * ot * (1 - ot);
          dc[i] = dct * ft;
        }
        if (t > 0) products.multiplyTransposed(w, weightHh, rows, size, da, from, dh, before);
      },

      addGradients() {},
    };
  };

  const cells = {elman: [elman, 1], gru: [gru, 3], lstm: [lstm, 4]};
  const made = (products) => (given) => trainer(...cells[given.cell], products, given);
  globalThis.trainers ??= {};
  trainers.plain = made(plain());
  trainers.blocked = made(blocked());
})();

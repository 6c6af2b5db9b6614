/** What is measured inside the opened page. */
globalThis.measurePage = {
  /**
   * Drags a slider: each step is an input event and the animation frame after it.
   *
   * @returns milliseconds of script per step: that of the event and of the page's frame callback
   */
  async drag(slider, steps) {
    const from = Number(slider.min);
    const to = Number(slider.max);
    const result = [];
    for (let i = 1; i <= steps; i++) {
      slider.value = String(from + ((to - from) * i) / steps);
      let frameStart = 0;
      // The page asks for its frame in the event, so its callback comes between these two.
      requestAnimationFrame(() => (frameStart = performance.now()));
      const eventStart = performance.now();
      slider.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      const event = performance.now() - eventStart;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      result.push(event + performance.now() - frameStart);
      // The next event comes after the frame was painted, as one of a hand does.
      await new Promise((resolve) => setTimeout(resolve));
    }
    return result;
  },

  /** Counts frames and long tasks, those of more than 50 ms, and adds up layout shifts, for a while. */
  async watch(durationMs) {
    const longTasks = [];
    const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries()));
    observer.observe({entryTypes: ['longtask']});
    let shift = 0;
    const shifts = new PerformanceObserver((list) => list.getEntries().forEach(({value}) => (shift += value)));
    shifts.observe({entryTypes: ['layout-shift']});
    const start = performance.now();
    let last = start;
    let frames = 0;
    let longestFrame = 0;
    while (last - start < durationMs) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      longestFrame = Math.max(longestFrame, now - last);
      last = now;
      frames++;
    }
    observer.disconnect();
    shifts.disconnect();
    return {
      seconds: (last - start) / 1000,
      frames,
      longestFrame,
      longTasks: longTasks.length,
      shift,
    };
  },

  /**
   * Waits for a click somewhere.
   *
   * @returns a promise of the milliseconds from the click's arrival in the browser until a frame
   *     with another text in `output` has been drawn
   */
  answer(output) {
    const before = output.textContent;
    return new Promise((resolve) => {
      addEventListener(
        'click',
        (event) => {
          const look = () =>
            requestAnimationFrame(() =>
              setTimeout(() => {
                if (output.textContent === before) look();
                else resolve(performance.now() - event.timeStamp);
              }),
            );
          look();
        },
        {once: true, capture: true},
      );
    });
  },
};

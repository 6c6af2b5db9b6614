/** Notes when the playground is there and its first numbers have been painted. */
(() => {
  const look = () => {
    const playground = document.querySelector('rnn-playground')?.shadowRoot;
    if (playground?.querySelector('button') && playground.querySelector('output')?.textContent) {
      globalThis.usableAt = performance.now();
    } else {
      afterFrame();
    }
  };
  const afterFrame = () => requestAnimationFrame(() => setTimeout(look));
  afterFrame();
})();

"use strict";
// Tells the page around the frame how high the content is; embed-height.js listens there. The height is no secret, so any page
// may hear it, and nothing is listened to here.
if (parent !== self) {
  let told = 0;
  let again = 0;

  function tell(wait) {
    parent.postMessage({ type: "unrolled-height", height: told }, "*");
    clearTimeout(again);
    // Whoever listens may have come later than this: it is told again, ever more seldom, until the frame is that high.
    if (wait < 10000) {
      again = setTimeout(() => Math.abs(innerHeight - told) > 1 && tell(2 * wait), wait);
    }
  }

  // The content, not the window: that has the height that was told.
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== told) {
      told = height;
      tell(250);
    }
  }).observe(document.body);
}

"use strict";
// Tells the page around the frame how high the content is; embed-height.js listens there. The height is no secret, so any page
// may hear it, and this script listens to nothing.
if (parent !== self) {
  let told = 0;
  let again = 0;

  function tell(wait) {
    parent.postMessage({ type: "unrolled-height", height: told }, "*");
    clearTimeout(again);
    // The listener may load later than this script, so the height is sent again, less and less often, until the frame has it.
    if (wait < 10000) {
      again = setTimeout(() => Math.abs(innerHeight - told) > 1 && tell(2 * wait), wait);
    }
  }

  // Measures the content, not the window, which already has the height sent before.
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== told) {
      told = height;
      tell(250);
    }
  }).observe(document.body);
}

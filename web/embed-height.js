"use strict";
// For a page with embed.html in frames: sets the height of each frame to that of its content. Use it as
//   <iframe src="embed.html#v=1&amp;task=sine" data-unrolled title="A recurrent network" loading="lazy"></iframe>
//   <script src="embed-height.js" defer></script>
// It listens only to frames with this mark, and accepts nothing but a height.
{
  const LEAST = 50;
  const MOST = 20000;

  function isHeight(data) {
    return (
      typeof data === "object" &&
      data !== null &&
      Object.getPrototypeOf(data) === Object.prototype &&
      Object.keys(data).sort().join() === "height,type" &&
      data.type === "unrolled-height" &&
      Number.isInteger(data.height) &&
      data.height >= LEAST &&
      data.height <= MOST
    );
  }

  // Border and padding, if the page's box-sizing includes them in the height.
  function around(frame) {
    const style = getComputedStyle(frame);
    return style.boxSizing === "border-box"
      ? [style.borderTopWidth, style.borderBottomWidth, style.paddingTop, style.paddingBottom]
          .map(parseFloat)
          .reduce((sum, width) => sum + width)
      : 0;
  }

  addEventListener("message", (event) => {
    if (!isHeight(event.data)) {
      return;
    }
    for (const frame of document.querySelectorAll("iframe[data-unrolled]")) {
      if (frame.contentWindow === event.source) {
        frame.style.height = `${event.data.height + around(frame)}px`;
      }
    }
  });
}

"use strict";
// Makes the page installable and keeps it for when there is no network. Not over file://, where a browser refuses both and
// says so in the console, nor in a frame, which is somebody else's page.
if (isSecureContext && location.protocol.startsWith("http") && top === self) {
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = "manifest.webmanifest";
  document.head.append(manifest);

  // Once all is loaded: what the worker stores would take the line from what the reader waits for.
  addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register("sw.js");
    } catch {
      // Forbidden or unknown here; the page works all the same, with a network.
    }
  });
}

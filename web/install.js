"use strict";
// Makes the page installable and available offline. Not over file://, where a browser refuses both and says so in the console,
// nor in a frame, which is part of somebody else's page.
if (isSecureContext && location.protocol.startsWith("http") && top === self) {
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = "manifest.webmanifest";
  document.head.append(manifest);

  // After the page has loaded: the worker's downloads would compete with what the reader is waiting for.
  addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register("sw.js");
    } catch {
      // Forbidden or not supported; the page still works online.
    }
  });
}

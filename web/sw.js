"use strict";
// Makes the site available offline: all files of one version, in one cache, or none of them. Any other request, to this site or
// elsewhere, is left alone.
//
// A page must never see files of two versions. So a file is stored only if it is exactly the one that this version was built
// with, even if the server changes while files are fetched; a page is served from that one cache; and this worker does not
// take over pages that another version has opened. As usual it waits until those are closed, with one exception: reloading
// the only open page brings the new version too. The old worker detects that in isLast.

// The build fills in the hash over all files, and each file with its own hash.
const VERSION = __VERSION__;
const FILES = __FILES__;

// Caches belong to a whole origin, which may hold another copy of this site in another folder.
const OWN = `unrolled ${registration.scope} `;
const scope = new URL(registration.scope);

async function load(file) {
  // Bypasses the browser's own cache, which may hold an older file.
  const response = await fetch(file, { cache: "reload", integrity: FILES[file] });
  if (!response.ok) {
    throw new TypeError(`${file}: expected the file, got status ${response.status}`);
  }
  // Some hosts redirect index.html to its folder, and a browser rejects a redirected response when it opens a page.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

async function store(file) {
  const response = await load(file);
  await (await caches.open(OWN + VERSION)).put(file, response);
}

addEventListener("install", (event) => {
  event.waitUntil(Promise.all(Object.keys(FILES).map(store)));
});

async function forget() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OWN) && name !== OWN + VERSION) {
      await caches.delete(name);
    }
  }
}

addEventListener("activate", (event) => event.waitUntil(forget()));

addEventListener("message", (event) => {
  if (event.data === "take over") {
    skipWaiting();
  }
});

// Pages that have been served but have not requested their files yet.
const opening = new Set();
let leaving = false;

// Whether this request reloads the only open page of the site, so that no two versions can mix.
async function isLast(request) {
  if (!["no-cache", "reload"].includes(request.cache) || opening.size > 0) {
    return false;
  }
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return pages.filter((page) => page.frameType !== "nested" && page.url.startsWith(scope.href)).length === 1;
}

async function answer(file, request, id) {
  if (request.mode === "navigate") {
    if (registration.waiting && (leaving || (await isLast(request)))) {
      leaving = true;
      registration.waiting.postMessage("take over");
      // The new worker can take over only after this response. A reload keeps the fragment, which may hold an experiment.
      return new Response("<!doctype html><title>Unrolled</title><script>location.reload()</script>", {
        headers: { "Content-Type": "text/html" },
      });
    }
    // Other files, opened on their own, request nothing more.
    if (file.endsWith(".html")) {
      opening.add(id);
    }
  } else {
    opening.delete(id);
  }
  const cache = await caches.open(OWN + VERSION);
  return (await cache.match(file)) ?? load(file);
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) {
    return;
  }
  // The query and the fragment do not change which file is meant.
  const file = url.pathname.slice(scope.pathname.length) || "index.html";
  if (Object.hasOwn(FILES, file)) {
    event.respondWith(answer(file, request, request.mode === "navigate" ? event.resultingClientId : event.clientId));
  }
});

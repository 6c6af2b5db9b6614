"use strict";
// Keeps the site for when there is no network: all files of one version, in one cache, or none of them. Whatever else is asked
// for, from here or elsewhere, passes by.
//
// A page must never see files of two versions. So a file is stored only if it is the very one that this version was built
// with, even if the server changes while they are fetched; a page is answered from that one cache; and this worker does not
// take over pages that another version has opened. As usual it waits until those are closed, with one exception: to reload
// the only page there is brings the new version too. The old worker sees that: see isLast.

// The build puts the hash over all files here, and each file with its own.
const VERSION = __VERSION__;
const FILES = __FILES__;

// Caches belong to a whole origin, where another copy of this site may live in another folder.
const OWN = `unrolled ${registration.scope} `;
const scope = new URL(registration.scope);

async function load(file) {
  // Past the browser's own cache, which may hold an older one.
  const response = await fetch(file, { cache: "reload", integrity: FILES[file] });
  if (!response.ok) {
    throw new TypeError(`${file}: expected the file, got status ${response.status}`);
  }
  // Some hosts lead index.html on to its folder, and what was led on is no answer to a page that is opened.
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

// Pages that have been answered and have not asked for their files yet.
const opening = new Set();
let leaving = false;

// Whether the page that is opened is the only one of the site, reloaded, so that a new version mixes with nothing.
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
      // It can take over only when this answer is given. A reload keeps the fragment, which may be an experiment.
      return new Response("<!doctype html><title>Unrolled</title><script>location.reload()</script>", {
        headers: { "Content-Type": "text/html" },
      });
    }
    // Other files, opened by themselves, ask for no more.
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
  // Query and fragment name no other file.
  const file = url.pathname.slice(scope.pathname.length) || "index.html";
  if (Object.hasOwn(FILES, file)) {
    event.respondWith(answer(file, request, request.mode === "navigate" ? event.resultingClientId : event.clientId));
  }
});

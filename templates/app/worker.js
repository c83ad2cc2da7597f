"use strict";

// Keeps the page for no network, in the reader's language, and shows it where a page cannot come.
const PREFIX = "yiwu-study-";
const NAME = `${PREFIX}{{ version }}`;
const PAGE = "{{ page|escapejs }}";
const FILES = [{% for file in files %}"{{ file|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];

const fresh = (path) => new Request(path, { cache: "reload" });

self.addEventListener("install", (event) => {
  const kept = caches.open(NAME).then((cache) => cache.addAll([PAGE, ...FILES].map(fresh)));
  event.waitUntil(kept.then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(PREFIX) && name !== NAME;
  const cleared = caches
    .keys()
    .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))));
  event.waitUntil(cleared.then(() => self.clients.claim()));
});

const sameLanguage = async (page) => {
  const cache = await caches.open(NAME);
  const kept = await cache.match(PAGE);
  const language = page.headers.get("Content-Language");
  if (kept && language && kept.headers.get("Content-Language") !== language) {
    await cache.add(fresh(PAGE));
  }
};

const load = async (event) => {
  try {
    const page = await fetch(event.request);
    if (page.ok) event.waitUntil(sameLanguage(page.clone()).catch(() => {}));
    return page;
  } catch (lost) {
    const kept = await caches.match(PAGE);
    if (kept) return kept;
    throw lost;
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(load(event));
  else if (request.method === "GET" && FILES.includes(new URL(request.url).pathname)) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});

// Keeps the program's own files, so that the site works without a network. It has no message handler on purpose: the
// page cannot hand it anything, so it cannot pass anything on. The build fills in the two placeholders.
const EDITION = "__EDITION__";
const FILES = new Map("__FILES__");

const PREFIX = "evenhand:" + self.registration.scope + ":";
const CACHE = PREFIX + EDITION;
const addressOf = (path) => new URL(path, self.registration.scope).href;

// Each file must match the hash it had when the site was built; otherwise nothing of this edition is kept.
const keep = async (cache, path, integrity) => {
  const response = await fetch(addressOf(path), { integrity, cache: "no-cache" });
  if (!response.ok) throw new Error(path + " answered " + response.status);
  await cache.put(addressOf(path), response);
};

self.addEventListener("install", (event) => {
  const all = async () => {
    const cache = await caches.open(CACHE);
    await Promise.all([...FILES].map(([path, integrity]) => keep(cache, path, integrity)));
  };
  event.waitUntil(all());
});

// A new edition waits until no page of the old one is open; only then does the old one go.
self.addEventListener("activate", (event) => {
  const clean = async () => {
    const names = await caches.keys();
    await Promise.all(
      names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
    );
  };
  event.waitUntil(clean());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const address = new URL(request.url);
  address.search = "";
  address.hash = "";
  const home = addressOf("./");
  const known = address.href === addressOf("./index.html") ? home : address.href;
  if (known !== home && ![...FILES.keys()].some((path) => addressOf(path) === known)) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    return (await cache.match(known)) ?? fetch(request);
  };
  event.respondWith(answer());
});

import { offline, type Offline } from "./readiness.js";

/** A slow host must not keep the reader waiting for ever; what is not kept now is kept at the next visit. */
const PATIENCE_MS = 30_000;

const settled = (worker: ServiceWorker, patience: number): Promise<boolean> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (worker.state === "installing") return;
      worker.removeEventListener("statechange", look);
      clearTimeout(timer);
      resolve(worker.state !== "redundant");
    };
    const timer = setTimeout(() => resolve(false), patience);
    worker.addEventListener("statechange", look);
    look();
  });

/** The browser looks for a new edition on its own, some seconds after each visit began. */
const announceNewEdition = (registration: ServiceWorkerRegistration): void => {
  registration.addEventListener("updatefound", () => {
    const found = registration.installing;
    if (found === null || registration.active === null) return;
    void settled(found, PATIENCE_MS).then((kept) => {
      if (kept) offline.set("new-edition-waits");
    });
  });
};

/**
 * Registers the service worker. At the first visit it waits until every file is kept, since nothing can be registered
 * or fetched once the network is closed. Without service workers the site works all the same, but not offline.
 */
export const keepOffline = async (): Promise<Offline> => {
  if (!("serviceWorker" in navigator)) return "unavailable";
  try {
    const address = new URL("sw.js", document.baseURI);
    const registration = await navigator.serviceWorker.register(address, { updateViaCache: "none" });
    if (registration.active === null) {
      const first = registration.installing;
      if (first !== null && !(await settled(first, PATIENCE_MS))) return "unavailable";
      announceNewEdition(registration);
      return "kept";
    }
    announceNewEdition(registration);
    return registration.waiting === null ? "kept" : "new-edition-waits";
  } catch {
    return "unavailable";
  }
};

import type { Offline } from "./readiness.js";

/** A slow host must not keep the reader waiting for ever; what is not kept now is kept at the next visit. */
const PATIENCE_MS = 30_000;

const settled = (worker: ServiceWorker): Promise<boolean> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (worker.state === "installing") return;
      worker.removeEventListener("statechange", look);
      clearTimeout(timer);
      resolve(worker.state !== "redundant");
    };
    const timer = setTimeout(() => resolve(false), PATIENCE_MS);
    worker.addEventListener("statechange", look);
    look();
  });

/**
 * Registers the service worker and waits until it holds every file, since nothing can be registered or fetched once
 * the network is closed. Where the browser has no service workers the site works all the same, but not offline.
 */
export const keepOffline = async (): Promise<Offline> => {
  if (!("serviceWorker" in navigator)) return "unavailable";
  try {
    const address = new URL("sw.js", document.baseURI);
    const registration = await navigator.serviceWorker.register(address, { updateViaCache: "none" });
    if (registration.active !== null) {
      // Look for a new edition now; without a network there is none to find, and the kept one serves.
      await registration.update().catch(() => undefined);
    }
    if (registration.installing !== null) {
      const installed = await settled(registration.installing);
      if (!installed && registration.active === null) return "unavailable";
    }
    // At the very first visit nothing is active yet, and what waits is about to be.
    return registration.active !== null && registration.waiting !== null ? "new-edition-waits" : "kept";
  } catch {
    return "unavailable";
  }
};

import { Store } from "./store.js";

/** Lines that stand under every printed page: policy version, hashes of the inputs, the as-of date. A page sets its own. */
export const printNote = new Store<readonly string[]>([]);

/** What is folded on the screen must be on the paper. */
export const unfoldForPrinting = (): void => {
  const opened = new Set<HTMLDetailsElement>();
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) {
      if (details.open || details.classList.contains("eh-screen-only")) continue;
      details.open = true;
      opened.add(details);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened.clear();
  });
};

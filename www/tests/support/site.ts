// What every page test starts from: the built site on its own host, and a page in which the network is closed.
import { test as base, expect, type Page } from "@playwright/test";
import { startSite, startSink, type Host } from "./server.js";

export interface SiteFixtures {
  /** The own host. */
  readonly site: Host;
  /** Another origin, where nothing may ever arrive. */
  readonly sink: Host;
  /** Opens a page of the site, such as `/rate`, and waits until it takes files. */
  readonly open: (path?: string) => Promise<Page>;
}

export const CLOSED = "From here on this page cannot send anything.";
export const CLOSED_ES = "A partir de ahora, esta página no puede enviar nada.";

/** Waits until the network is closed and the engine runs. */
export const ready = async (page: Page): Promise<void> => {
  await expect(page.locator(".eh-network--ready")).toBeVisible();
};

export const test = base.extend<SiteFixtures>({
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  },
  sink: async ({}, use) => {
    const sink = await startSink();
    await use(sink);
    await sink.close();
  },
  open: async ({ page, site }, use) => {
    await use(async (path = "/") => {
      await page.goto(`${site.origin}/#${path}`);
      await ready(page);
      return page;
    });
  },
});

export { expect };

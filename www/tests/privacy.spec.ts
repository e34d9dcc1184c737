// The promise: once the network is closed, nothing leaves, neither to a stranger nor to the own host. Each attempt is
// made three times by the same code: on a bare page without any policy, where it must arrive (or the attempt proves
// nothing), and on the closed page of a host that sends headers and of one that does not. The receiving end is asked.
import type { Page } from "@playwright/test";
import { attempts, ATTEMPT_WORKER, FRAME, NAMES, type AttemptName, type Target } from "./support/attempts.js";
import { startSink, startSite, type Extras, type Host } from "./support/server.js";
import { expect, ready, test } from "./support/site.js";

const EXTRAS: Extras = {
  "/bare/": { type: "text/html", body: "<!doctype html><title>No policy</title>" },
  "/bare/attempt-worker.js": { type: "text/javascript", body: ATTEMPT_WORKER },
  "/attempt-worker.js": { type: "text/javascript", body: ATTEMPT_WORKER },
  "/bare/frame.html": { type: "text/html", body: FRAME },
};

/** Which attempts arrived, as seen by a host. Each carries `attempt=NAME`. */
const arrivedAt = (host: Host): AttemptName[] =>
  NAMES.filter((name) => host.arrivals.some(({ url, body }) => `${url} ${body}`.includes(`attempt=${name}.`)));

const tryAll = async (page: Page, base: string, to: Host): Promise<void> => {
  const target: Target = { base, to: to.origin };
  await page.evaluate(attempts, target);
};

test("control: without the policy every attempt arrives, at a stranger and at the own host", async ({ page }) => {
  const [site, sink] = await Promise.all([startSite({ withHeaders: false, extras: EXTRAS }), startSink()]);
  await page.goto(`${site.origin}/bare/`);
  await tryAll(page, `${site.origin}/bare/`, sink);
  await expect.poll(() => arrivedAt(sink)).toEqual([...NAMES]);
  site.arrivals.length = 0;
  await page.goto(`${site.origin}/bare/?again`);
  await tryAll(page, `${site.origin}/bare/`, site);
  await expect.poll(() => arrivedAt(site)).toEqual([...NAMES]);
  await Promise.all([site.close(), sink.close()]);
});

for (const withHeaders of [true, false]) {
  const host = withHeaders ? "a host that sends the headers" : "a host that sends no headers";
  test(`closed on ${host}: nothing arrives anywhere`, async ({ page }) => {
    const [site, sink] = await Promise.all([startSite({ withHeaders, extras: EXTRAS }), startSink()]);
    await page.goto(`${site.origin}/`);
    await ready(page);
    const before = site.arrivals.length;
    expect(before).toBeGreaterThan(5);
    await tryAll(page, `${site.origin}/`, sink);
    await tryAll(page, `${site.origin}/`, site);
    // Nor does it help a script to take the policies out of the page and write a generous one.
    await page.evaluate(() => {
      for (const policy of document.querySelectorAll("meta[http-equiv]")) policy.remove();
      const generous = document.createElement("meta");
      generous.httpEquiv = "Content-Security-Policy";
      generous.content = "default-src * blob: data: 'unsafe-inline'";
      document.head.append(generous);
    });
    await tryAll(page, `${site.origin}/`, sink);
    // As long as the slowest attempt of the control needs, several times over.
    await page.waitForTimeout(3_000);
    expect(arrivedAt(sink)).toEqual([]);
    expect(sink.arrivals).toEqual([]);
    expect(site.arrivals.slice(before)).toEqual([]);
    await Promise.all([site.close(), sink.close()]);
  });
}

test("before the network is closed no other origin is asked for anything", async ({ page, site }) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(site.origin) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
  });
  await page.goto(site.origin);
  await ready(page);
  expect(elsewhere).toEqual([]);
});

test("at a later visit only the browser itself asks, and only for a new edition", async ({ open, site, page }) => {
  await open();
  site.arrivals.length = 0;
  await page.reload();
  await ready(page);
  await page.waitForTimeout(4_000);
  const asked = site.arrivals.map(({ method, url, body }) => `${method} ${url}${body}`);
  expect(asked.filter((each) => each !== "GET /sw.js")).toEqual([]);
});

test("a browser that does not close the network gets no engine and no files", async ({ page, site }) => {
  // Stands in for such a browser: the closing policy is taken out before it counts.
  await page.addInitScript(() => {
    const append = Element.prototype.append;
    Element.prototype.append = function (...nodes: (Node | string)[]) {
      append.apply(
        this,
        nodes.filter((node) => !(node instanceof HTMLMetaElement)),
      );
    };
  });
  await page.goto(site.origin);
  await expect(page.locator(".eh-network--not-closed")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("did not close the network");
  expect(page.workers()).toEqual([]);
});

test("a program file that does not arrive is told, with what to do", async ({ page, site }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(site.origin);
  await expect(page.getByRole("alert")).toContainText("did not load completely");
  await expect(page.getByRole("alert")).toContainText("load the page again");
});

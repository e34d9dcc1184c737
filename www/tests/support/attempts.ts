// Every way of sending something that a page has. This runs inside the page, so it uses nothing from outside itself.

export interface Target {
  /** The folder of the own host where `attempt-worker.js` and `frame.html` lie. */
  readonly base: string;
  /** The origin that is to hear of it. */
  readonly to: string;
}

export const NAMES = [
  "fetch",
  "xhr",
  "beacon",
  "event-source",
  "websocket",
  "image",
  "picture-in-style",
  "script",
  "style-sheet",
  "font",
  "media",
  "object",
  "iframe",
  "prefetch",
  "preload",
  "form",
  "import",
  "url-worker",
  "shared-worker",
  "service-worker",
  "blob-worker-fetch",
  "blob-worker-xhr",
  "blob-worker-websocket",
  "blob-worker-import",
  "worker-of-worker",
  "blob-worker-of-worker-fetch",
] as const;

export type AttemptName = (typeof NAMES)[number];

/** Tells the address in its own query, whichever kind of worker it is. */
export const ATTEMPT_WORKER = `
  const tell = new URL(self.location.href).searchParams.get("tell");
  if (tell !== null) fetch(tell, { method: "POST", mode: "no-cors", body: "secret" }).catch(() => undefined);
`;

export const FRAME = "<!doctype html><title>A frame</title>";

export const attempts = async ({ base, to }: Target): Promise<void> => {
  const at = (name: string): string => `${to}/attempt?attempt=${name}.&at=${String(Date.now())}`;
  const own = new URL(base).origin === to;
  const quietly = async (attempt: () => unknown): Promise<void> => {
    try {
      await attempt();
    } catch {
      // Refused: that is what the receiving end is asked about.
    }
  };
  const put = (kind: string, set: Record<string, string>): void => {
    const element = document.createElement(kind);
    for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
    document.body.append(element);
  };
  // A worker's script must come from the own host; where it reports to another, it does so by itself.
  const script = (name: string, tell: string): string =>
    `${base}attempt-worker.js?${own ? `attempt=${name}.&` : ""}tell=${encodeURIComponent(tell)}`;

  await quietly(() => fetch(at("fetch"), { method: "POST", mode: "no-cors", body: "secret" }));
  await quietly(() => {
    const request = new XMLHttpRequest();
    request.open("POST", at("xhr"));
    request.send("secret");
  });
  await quietly(() => navigator.sendBeacon(at("beacon"), "secret"));
  await quietly(() => new EventSource(at("event-source")));
  await quietly(() => new WebSocket(at("websocket").replace(/^http/, "ws")));
  await quietly(() => {
    new Image().src = at("image");
  });
  await quietly(() => {
    const box = document.createElement("div");
    box.textContent = "box";
    box.style.backgroundImage = `url("${at("picture-in-style")}")`;
    document.body.append(box);
  });
  await quietly(() => put("script", { src: at("script") }));
  await quietly(() => put("link", { rel: "stylesheet", href: at("style-sheet") }));
  await quietly(async () => {
    const face = new FontFace("attempt", `url("${at("font")}")`);
    await face.load();
  });
  await quietly(() => put("video", { src: at("media"), preload: "auto" }));
  await quietly(() => put("object", { data: at("object"), type: "text/html" }));
  await quietly(() => put("iframe", { src: at("iframe") }));
  await quietly(() => put("link", { rel: "prefetch", href: at("prefetch") }));
  await quietly(() => put("link", { rel: "preload", as: "fetch", href: at("preload"), crossorigin: "" }));
  await quietly(() => {
    put("iframe", { name: "form-answer" });
    const form = document.createElement("form");
    Object.assign(form, { action: at("form"), method: "post", target: "form-answer" });
    document.body.append(form);
    form.submit();
  });
  await quietly(() => import(/* @vite-ignore */ at("import")));

  await quietly(() => new Worker(script("url-worker", at("url-worker"))));
  await quietly(() => new SharedWorker(script("shared-worker", at("shared-worker"))));
  await quietly(() =>
    navigator.serviceWorker.register(script("service-worker", at("service-worker")), {
      scope: `${base}scope-${String(Date.now())}/`,
    }),
  );

  const inBlob = (code: string): string => URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const nested = inBlob(
    `fetch(${JSON.stringify(at("blob-worker-of-worker-fetch"))}, { method: "POST", mode: "no-cors", body: "secret" })`,
  );
  const code = `
    const quietly = async (attempt) => { try { await attempt(); } catch {} };
    const tries = async () => {
      await quietly(() => fetch(${JSON.stringify(at("blob-worker-fetch"))}, { method: "POST", mode: "no-cors", body: "secret" }));
      await quietly(() => { const r = new XMLHttpRequest(); r.open("POST", ${JSON.stringify(at("blob-worker-xhr"))}); r.send("secret"); });
      await quietly(() => new WebSocket(${JSON.stringify(at("blob-worker-websocket").replace(/^http/, "ws"))}));
      await quietly(() => new Worker(${JSON.stringify(script("worker-of-worker", at("worker-of-worker")))}));
      await quietly(() => new Worker(${JSON.stringify(nested)}));
      await quietly(() => importScripts(${JSON.stringify(at("blob-worker-import"))}));
      postMessage("done");
    };
    tries();
  `;
  await quietly(
    () =>
      new Promise<void>((resolve) => {
        const worker = new Worker(inBlob(code));
        worker.onmessage = () => resolve();
        worker.onerror = () => resolve();
        setTimeout(resolve, 5_000);
      }),
  );
};

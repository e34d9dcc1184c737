// After Vite has written the folder: add the header files and a service worker that knows every file by its hash.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Plugin, ResolvedConfig } from "vite";
import { CLOSING_POLICY, OPENING_POLICY } from "./content-policy.js";
import { hostFiles } from "./host-files.js";

/** Files of the built folder, as paths with forward slashes, in a fixed order. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("base64");

export const offline = (): Plugin => {
  let config: ResolvedConfig;
  return {
    name: "evenhand-offline",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    config: () => ({ define: { __CLOSING_POLICY__: JSON.stringify(CLOSING_POLICY) } }),
    transformIndexHtml: {
      order: "pre",
      handler: () => [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: OPENING_POLICY },
          injectTo: "head-prepend",
        },
      ],
    },
    writeBundle() {
      const folder = join(config.root, config.build.outDir);
      const forHosts = hostFiles();
      const kept = filesOf(folder)
        .filter((path) => !forHosts.has(path) && path !== "sw.js")
        .map((path): [string, string] => [
          // Some hosts redirect `index.html` to the folder, and a redirected answer cannot serve a visit.
          path === "index.html" ? "./" : `./${path}`,
          `sha256-${sha256(readFileSync(join(folder, path)))}`,
        ]);
      const source = readFileSync(join(config.root, "src/service-worker.js"), "utf8");
      const edition = sha256(Buffer.from(JSON.stringify(kept) + source))
        .replace(/[^A-Za-z0-9]/g, "")
        .slice(0, 12);
      const filled = source
        .replace('"__EDITION__"', () => JSON.stringify(edition))
        .replace('"__FILES__"', () => JSON.stringify(kept));
      writeFileSync(join(folder, "sw.js"), filled);
      for (const [path, content] of forHosts) writeFileSync(join(folder, path), content);
    },
  };
};

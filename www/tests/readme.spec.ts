// The README's examples are run as they stand there.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");

const example = (name: string): string => {
  const found = new RegExp(`<!-- example: ${name} -->\\s*\`\`\`\\w+\\n([^]*?)\`\`\``).exec(readme)?.[1];
  if (found === undefined) throw new Error(`the README has no example “${name}”`);
  return found;
};

test("the example for Node rates the fictional district", async () => {
  const { stdout } = await promisify(execFile)("node", ["--input-type=module", "-e", example("node")], { cwd: root });
  const lines = stdout.trim().split("\n");
  expect(lines.length).toBeGreaterThan(5);
  expect(new Set(lines.map((line) => line.split(" ").at(-1))).size).toBeGreaterThan(1);
});

test("the example for one's own page rates the fictional district", async ({ page }) => {
  const folders: Record<string, string> = { pkg: "pkg", policies: "www/policies", samples: "www/samples" };
  const kinds: Record<string, string> = { ".js": "text/javascript", ".wasm": "application/wasm" };
  const host = createServer((request, response) => {
    const path = request.url ?? "/";
    if (path === "/") {
      response.writeHead(200, { "content-type": "text/html" }).end(example("page"));
      return;
    }
    const [, folder = "", ...file] = path.split("/");
    try {
      const content = readFileSync(join(root, folders[folder] ?? "nowhere", ...file));
      response.writeHead(200, { "content-type": kinds[extname(path)] ?? "text/plain" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  await page.goto(`http://127.0.0.1:${String((host.address() as AddressInfo).port)}/`);
  await expect(page.locator("#answer")).toHaveText(/^\d+ schools rated$/);
  host.close();
});

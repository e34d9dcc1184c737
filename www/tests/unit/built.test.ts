// What no browser rule can refuse must not be in the program at all, and nothing may be stored in the browser.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { CLOSING_POLICY, OPENING_POLICY } from "../../build/content-policy.js";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).sort();
const scripts = files.filter((path) => path.endsWith(".js"));
const read = (path: string): string => readFileSync(join(dist, path), "utf8");
const gzipped = (ending: string, beginning = ""): number =>
  files
    .filter((path) => path.startsWith(`assets/${beginning}`) && path.endsWith(ending))
    .reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path)), { level: 9 }).length, 0);

describe("the built site", () => {
  it("has no code that navigates away, opens windows, calls other browsers or stores anything", () => {
    expect(scripts.length).toBeGreaterThanOrEqual(2);
    const banned =
      /RTCPeerConnection|WebTransport|window\.open|sendBeacon|WebSocket|EventSource|XMLHttpRequest|localStorage|sessionStorage|indexedDB|document\.cookie|location\.(?:assign|replace)\(|location(?:\.href)?\s*=[^=]|\bping=/;
    expect(scripts.flatMap((path) => banned.exec(read(path))?.[0] ?? [])).toEqual([]);
  });

  it("has a service worker that cannot be told anything", () => {
    expect(read("sw.js")).not.toMatch(/onmessage|["']message["']|postMessage|["']sync["']|["']push["']/);
  });

  it("carries the opening policy in the page and in every header file, and the closing one in the script", () => {
    expect(read("index.html").replaceAll("&#39;", "'")).toContain(OPENING_POLICY);
    for (const path of ["_headers", ".htaccess", "nginx.conf"]) expect(read(path)).toContain(OPENING_POLICY);
    expect(scripts.some((path) => read(path).includes(CLOSING_POLICY))).toBe(true);
  });

  it("asks no other host for anything", () => {
    const page = read("index.html").replace(/href="data:[^"]*"/g, "");
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    const styles = files.filter((path) => path.endsWith(".css")).map(read);
    expect(styles.flatMap((css) => css.match(/url\(["']?(?:https?:)?\/\/[^)]*/g) ?? [])).toEqual([]);
  });

  it("stays within its size", () => {
    expect(gzipped(".js", "index")).toBeLessThanOrEqual(80 * 1024);
    // The pages of student files, which the first page does not wait for.
    expect(gzipped(".js", "student-pages")).toBeLessThanOrEqual(40 * 1024);
    expect(gzipped(".css")).toBeLessThanOrEqual(30 * 1024);
    expect(gzipped(".wasm", "evenhand")).toBeLessThanOrEqual(250 * 1024);
    // The module of school-level files has no budget of its own, and is kept from growing unseen.
    expect(gzipped(".wasm", "tables")).toBeLessThanOrEqual(84 * 1024);
    // Workbooks and archives: started only when such a file comes.
    expect(gzipped(".js", "containers")).toBeLessThanOrEqual(12 * 1024);
    expect(gzipped(".wasm", "container")).toBeLessThanOrEqual(350 * 1024);
    // The module of student files is built for speed. It has no budget, and is kept from growing unseen: it holds the words by
    // which the columns of unknown files are known, the exact means, changes and shares of interim results, and what puts a
    // session's counts together with those of files.
    expect(gzipped(".wasm", "records")).toBeLessThanOrEqual(412 * 1024);
  });

  it("carries each module once, as a file", () => {
    const modules = files.filter((path) => path.endsWith(".wasm")).sort();
    expect(modules).toEqual(
      ["container_bg", "evenhand_bg", "records_bg", "tables_bg"].map((name) => expect.stringContaining(name)),
    );
    expect(scripts.filter((path) => /AGFzb[QA]/.test(read(path)))).toEqual([]);
  });
});

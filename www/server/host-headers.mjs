// Reads the `_headers` file of the built folder the way the hosts that know it do.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** @typedef {{ pattern: RegExp, headers: [string, string][] }} Rule */

/** @param {string} glob @returns {RegExp} */
const matcher = (glob) => new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`);

/**
 * @param {string} folder
 * @returns {Promise<(path: string) => [string, string][]>} the headers for a path
 */
export const hostHeaders = async (folder) => {
  const text = await readFile(join(folder, "_headers"), "utf8");
  /** @type {Rule[]} */
  const rules = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("/")) rules.push({ pattern: matcher(line.trim()), headers: [] });
    const header = /^\s+([^:]+):\s*(.*)$/.exec(line);
    if (header?.[1] !== undefined && header[2] !== undefined) rules.at(-1)?.headers.push([header[1], header[2]]);
  }
  return (path) => rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers);
};

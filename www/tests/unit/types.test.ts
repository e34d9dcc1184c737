// TypeScript puts two interfaces of one name together without a word. The module's types come from many Rust modules.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

it("gives each of the module's types a name of its own", () => {
  const text = readFileSync(fileURLToPath(new URL("../../../pkg/evenhand.d.ts", import.meta.url)), "utf8");
  const names = [...text.matchAll(/^export (?:interface|type|class) (\w+)/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

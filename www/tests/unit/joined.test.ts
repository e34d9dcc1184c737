// The two modules of the engine, as they are built, joined as the page's worker joins them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { initSync as startEngine, type Answer } from "../../../pkg/evenhand.js";
import { initSync as startTables } from "../../../pkg/tables/tables.js";
import { Workbench } from "../../src/engine/joined.js";

const file = (path: string): Buffer => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const value = <Value>(answer: Answer<Value>): Value => {
  if (answer.type === "failure") throw new Error(JSON.stringify(answer.notices));
  return answer.value;
};
const codes = (answer: Answer<unknown>): string[] => answer.notices.map(({ code }) => code);

const SAMPLES = ["riverbend-schools.csv", "riverbend-measures.csv"];

/** The fictional district, rated. */
const rated = (): { workbench: Workbench; key: string } => {
  const workbench = new Workbench();
  const { key } = value(workbench.openPolicy(file("www/policies/fictional-riverbend.json").toString()));
  for (const name of SAMPLES) value(workbench.addFile(name, file(`www/samples/${name}`)));
  value(workbench.rate(key, {}));
  return { workbench, key };
};

describe("files and policies together", () => {
  beforeAll(() => {
    startEngine({ module: file("pkg/evenhand_bg.wasm") });
    startTables({ module: file("pkg/tables/tables_bg.wasm") });
  });

  it("suggests the policy that the files are for, and names the files that a rating rests on", () => {
    const { workbench, key } = rated();
    expect(workbench.suggestedPolicies()).toEqual([key]);
    const { files } = workbench.exportRatings(false) ?? { files: [] };
    expect(files).toEqual(workbench.files().map(({ name, fingerprint }) => ({ name, fingerprint })));
    expect(files.map(({ name }) => name)).toEqual(SAMPLES);
  });

  it("recognizes the files again by a policy that is opened later", () => {
    const workbench = new Workbench();
    for (const name of SAMPLES) value(workbench.addFile(name, file(`www/samples/${name}`)));
    expect(workbench.suggestedPolicies()).toEqual([]);
    const { key } = value(workbench.openPolicy(file("www/policies/fictional-riverbend.json").toString()));
    expect(workbench.suggestedPolicies()).toEqual([key]);
    expect(value(workbench.rate(key, {}))).toEqual(value(rated().workbench.rate(key, {})));
  });

  it("tells what was noticed in putting the files together, with its place, each time it rates", () => {
    const { workbench, key } = rated();
    const school = value(workbench.rate(key, {})).ratings.schools[0]?.school ?? "";
    for (const phone of [1, 2])
      value(workbench.addFile(`${String(phone)}.csv`, bytes(`school_id,phone\n${school},${String(phone)}\n`)));
    for (const _ of [1, 2]) {
      const answer = workbench.rate(key, {});
      const told = answer.notices.find(({ code }) => code === "tables.conflicting-cells");
      expect(told?.place).toMatchObject({ file: "1.csv", line: 2, column: "phone", school });
    }
    workbench.removeFile(3);
    expect(codes(workbench.rate(key, {}))).not.toContain("tables.conflicting-cells");
  });

  it("forgets a rating when the files change, and keeps it when they don't", () => {
    const { workbench, key } = rated();
    const school = value(workbench.rate(key, {})).ratings.schools[0]?.school ?? "";
    expect(codes(workbench.addFile("copy.csv", file(`www/samples/${SAMPLES[0] ?? ""}`)))).toEqual([
      "workbench.file-twice",
    ]);
    expect(workbench.mapFile(0, { shape: "wide", identifier: [] }).type).toBe("failure");
    expect(workbench.explain(school)).not.toBeNull();
    workbench.removeFile(1);
    expect(workbench.explain(school)).toBeNull();
    workbench.clear();
    expect(workbench.files()).toEqual([]);
    expect(codes(workbench.rate(key, {}))).toEqual(["workbench.nothing-to-rate"]);
  });

  it("keeps a session whole: files, what a person said of them, policies", () => {
    const { workbench, key } = rated();
    const text = JSON.stringify(workbench.session(key, {}));
    const opened = new Workbench();
    const { files, chosen } = value(opened.openSession(text));
    expect(chosen).toBe(key);
    expect(files).toEqual(workbench.files());
    expect(opened.rate(key, {})).toEqual(workbench.rate(key, {}));
    expect(opened.session(key, {})).toEqual(workbench.session(key, {}));
    // The numbers of the files go on, so that none stands for two.
    value(opened.openSession(text));
    expect(opened.files().map(({ file }) => file)).toEqual([2, 3]);
  });

  it("keeps everything when a session can't be opened, whichever part of it is wrong", () => {
    const { workbench, key } = rated();
    const before = JSON.stringify(workbench.session(key, {}));
    const ratings = workbench.exportRatings(true);
    const session = JSON.parse(before) as Record<string, unknown>;
    const broken = {
      "workbench.not-a-session": "{}",
      "workbench.session-version": JSON.stringify({ ...session, evenhand: "session/9" }),
      "policy.not-json": JSON.stringify({ ...session, policies: ["{"] }),
      "policy.wrong-type": JSON.stringify({ ...session, files: [{ name: 1 }] }),
      "policy.missing-field": JSON.stringify({ ...session, files: undefined }),
      "tables.pdf-document": JSON.stringify({ ...session, files: [{ name: "a", text: "%PDF-1.7\n" }] }),
      "cells.not-cells": JSON.stringify({ ...session, cells: "{}" }),
    };
    for (const [code, text] of Object.entries(broken)) {
      const answer = workbench.openSession(text);
      expect([answer.type, codes(answer)[0]]).toEqual(["failure", code]);
      expect(JSON.stringify(workbench.session(key, {}))).toBe(before);
      expect(workbench.exportRatings(true)).toEqual(ratings);
    }
  });
});

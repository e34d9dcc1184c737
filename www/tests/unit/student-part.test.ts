// What a session holds of student files, taken apart before the engine reads the rest.
import { describe, expect, it } from "vitest";
import { apart } from "../../src/engine/student-part.js";

const session = (changes: Record<string, unknown>): string =>
  JSON.stringify({ evenhand: "session/1", policies: [], files: [], cells: "{}", ...changes });
const kept = {
  name: "a.csv",
  base64: btoa("a,b\n1,ñ\n".replace("ñ", "\u00f1")),
  parts: [{ name: "a.csv", mapping: null }],
};

describe("a session's student files", () => {
  it("come out as files, and the engine does not see them", async () => {
    const { text, cells, student } = apart(session({ mappings: ["{}"], studentFiles: [kept] }));
    expect(JSON.parse(text)).toMatchObject({ evenhand: "session/1", mappings: ["{}"], studentFiles: [] });
    expect(cells).toBe("{}");
    expect(student.mappings).toEqual(["{}"]);
    const [file] = student.files;
    expect(file).toMatchObject({ name: "a.csv", parts: [{ name: "a.csv", mapping: null }] });
    expect(new Uint8Array((await file?.content.arrayBuffer()) ?? [])).toEqual(
      Uint8Array.from("a,b\n1,\u00f1\n", (character) => character.charCodeAt(0)),
    );
  });

  it("may be lacking: a session of before is left as it is", () => {
    const old = session({});
    expect(apart(old)).toEqual({ text: old, cells: "{}", student: { mappings: [], files: [] } });
    expect(apart("{")).toEqual({ text: "{", cells: null, student: { mappings: [], files: [] } });
  });

  it.each([
    ["no list", { studentFiles: {} }],
    ["no text", { studentFiles: [{ ...kept, base64: 7 }] }],
    ["no base64", { studentFiles: [{ ...kept, base64: "*" }] }],
    ["no parts", { studentFiles: [{ ...kept, parts: [{ name: 1, mapping: null }] }] }],
  ])("that are %s make it no session", (_, changes) => {
    expect(apart(session(changes)).text).toBe("");
  });
});

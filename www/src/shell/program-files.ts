// Everything the program will ever need is fetched here, before any file of the reader's is taken.
import packs from "virtual:packs";
import wasmAddress from "../../../pkg/evenhand_bg.wasm?url";
import containerAddress from "../../../pkg/container/container_bg.wasm?url";
import recordsAddress from "../../../pkg/records/records_bg.wasm?url";
import tablesAddress from "../../../pkg/tables/tables_bg.wasm?url";
import type { NoticeCode } from "../../../pkg/evenhand.js";
import type { Modules } from "../engine/protocol.js";
import { LANGUAGES, type Language } from "../text/language.js";

const get = async (address: string): Promise<Response> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
  return response;
};

/** The texts of both languages. */
export const fetchLocales = async (): Promise<ReadonlyMap<Language, readonly string[]>> => {
  const of = async (language: Language) =>
    [language, (await (await get(packs[language])).json()) as readonly string[]] as const;
  return new Map(await Promise.all(LANGUAGES.map(of)));
};

const fetchModule = async (address: string): Promise<WebAssembly.Module> => {
  const response = await get(address);
  // Streaming needs the right media type, which not every host sends.
  return response.headers.get("Content-Type")?.startsWith("application/wasm") === true
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
};

/** The engine, compiled but not yet running. */
export const fetchEngine = async (): Promise<Modules> => {
  const [engine, tables] = await Promise.all([fetchModule(wasmAddress), fetchModule(tablesAddress)]);
  return { engine, tables };
};

let records: WebAssembly.Module | undefined;

/** The module of student files. It is compiled now and started only when student files come. */
export const fetchRecords = async (): Promise<void> => {
  records = await fetchModule(recordsAddress);
};

export const recordsModule = (): WebAssembly.Module | undefined => records;

let container: WebAssembly.Module | undefined;
let containerScript: typeof import("../container/containers.js") | undefined;

/** The module of workbooks and archives, and the script that asks it: started only when such a file comes. */
export const fetchContainers = async (): Promise<void> => {
  [container, containerScript] = await Promise.all([
    fetchModule(containerAddress),
    import("../container/containers.js"),
  ]);
};

export const containerModule = (): WebAssembly.Module | undefined => container;

/** No file is taken before it is there. */
export const containers = (): typeof import("../container/containers.js") => {
  if (containerScript === undefined) throw new Error("the script of workbooks and archives is missing");
  return containerScript;
};

/** The pages of student files: a script of their own, so that the first page does not wait for it. */
export const fetchStudentPages = (): Promise<unknown> => import("../pages/students/student-pages.js");

/** The style sheet's fonts, which the browser would otherwise fetch when it first needs them. */
export const fetchFonts = async (): Promise<void> => {
  // Without them the page shows the system's own, which serves as well.
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
};

/** File names and texts. */
type Texts = Readonly<Record<string, string>>;

interface Documents {
  readonly policies: Texts;
  readonly schemas: Texts;
  readonly layouts: Texts;
  readonly samples: Texts;
  readonly notices: readonly NoticeCode[];
  readonly guide: string;
}

let documents: Documents | undefined;

export const fetchDocuments = async (): Promise<void> => {
  documents = (await (await get(packs.documents)).json()) as Documents;
};

const bytesOf = (texts: Texts = {}): ReadonlyMap<string, Uint8Array<ArrayBuffer>> => {
  const encoder = new TextEncoder();
  return new Map(Object.entries(texts).map(([name, text]) => [name, encoder.encode(text)]));
};

/** How the known kinds of student files are read: the texts of the layouts. */
export const layoutTexts = (): readonly string[] => Object.values(documents?.layouts ?? {});

/** The policy documents that come with the site: their file names and texts. */
export const shippedPolicies = (): readonly (readonly [string, string])[] => Object.entries(documents?.policies ?? {});

/** The JSON Schemas with which an editor checks a policy as it is written: file name → bytes. */
export const shippedSchemas = (): ReadonlyMap<string, Uint8Array<ArrayBuffer>> => bytesOf(documents?.schemas);

/** All notice codes of the program, with their severity and arguments. */
export const noticeCodes = (): readonly NoticeCode[] => documents?.notices ?? [];

/** The guide to writing a policy, as HTML made when the site was built. */
export const shippedGuide = (): string | undefined => documents?.guide;

/** The fictional examples that come with the site: file name → bytes. */
export const shippedSamples = (): ReadonlyMap<string, Uint8Array<ArrayBuffer>> => bytesOf(documents?.samples);

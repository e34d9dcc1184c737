// Everything the program will ever need is fetched here, before any file of the reader's is taken.
import wasmAddress from "../../../pkg/evenhand_bg.wasm?url";
import recordsAddress from "../../../pkg/records/records_bg.wasm?url";
import type { Language } from "../text/language.js";

const addresses = {
  locales: import.meta.glob<string>("../../locales/**/*.ftl", { query: "?url", import: "default", eager: true }),
  policies: import.meta.glob<string>(["../../policies/*.json", "!../../policies/*.schema.json"], {
    query: "?url",
    import: "default",
    eager: true,
  }),
  schemas: import.meta.glob<string>("../../policies/*.schema.json", { query: "?url", import: "default", eager: true }),
  guide: import.meta.glob<string>("../../policies/README.md", { query: "?guide", import: "default", eager: true }),
  layouts: import.meta.glob<string>("../../layouts/*.json", { query: "?url", import: "default", eager: true }),
  samples: import.meta.glob<string>("../../samples/*.*", { query: "?url", import: "default", eager: true }),
};

const get = async (address: string): Promise<Response> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
  return response;
};

const fileName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

const byName = async (
  found: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> => {
  const all = Object.entries(found).map(
    async ([path, address]) => [fileName(path), new Uint8Array(await (await get(address)).arrayBuffer())] as const,
  );
  return new Map(await Promise.all(all));
};

/** The texts of both languages. */
export const fetchLocales = async (): Promise<ReadonlyMap<Language, readonly string[]>> => {
  const of = async (language: Language): Promise<readonly string[]> =>
    Promise.all(
      Object.entries(addresses.locales)
        .filter(([path]) => path.includes(`/${language}/`))
        .map(async ([, address]) => (await get(address)).text()),
    );
  const [en, es] = await Promise.all([of("en"), of("es")]);
  return new Map([
    ["en", en],
    ["es", es],
  ]);
};

const fetchModule = async (address: string): Promise<WebAssembly.Module> => {
  const response = await get(address);
  // Streaming needs the right media type, which not every host sends.
  return response.headers.get("Content-Type")?.startsWith("application/wasm") === true
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
};

/** The engine, compiled but not yet running. */
export const fetchEngine = (): Promise<WebAssembly.Module> => fetchModule(wasmAddress);

let records: WebAssembly.Module | undefined;

/** The module of student files. It is compiled now and started only when student files come. */
export const fetchRecords = async (): Promise<void> => {
  records = await fetchModule(recordsAddress);
};

export const recordsModule = (): WebAssembly.Module | undefined => records;

/** The style sheet's fonts, which the browser would otherwise fetch when it first needs them. */
export const fetchFonts = async (): Promise<void> => {
  // Without them the page shows the system's own, which serves as well.
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
};

let policies: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map();
let samples: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map();
let schemas: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map();
let layouts: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map();
let guide: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map();

export const fetchDocuments = async (): Promise<void> => {
  [policies, samples, schemas, layouts, guide] = await Promise.all([
    byName(addresses.policies),
    byName(addresses.samples),
    byName(addresses.schemas),
    byName(addresses.layouts),
    byName(addresses.guide),
  ]);
};

/** How the known kinds of student files are read: the texts of the layouts. */
export const layoutTexts = (): readonly string[] =>
  [...layouts.values()].map((bytes) => new TextDecoder().decode(bytes));

/** The JSON Schemas with which an editor checks a policy as it is written: file name → bytes. */
export const shippedSchemas = (): ReadonlyMap<string, Uint8Array<ArrayBuffer>> => schemas;

/** The guide to writing a policy, as HTML made when the site was built. */
export const shippedGuide = (): string | undefined => {
  const [bytes] = guide.values();
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};

/** The policy documents that come with the site: file name → bytes. */
export const shippedPolicies = (): ReadonlyMap<string, Uint8Array<ArrayBuffer>> => policies;

/** The fictional examples that come with the site: file name → bytes. */
export const shippedSamples = (): ReadonlyMap<string, Uint8Array<ArrayBuffer>> => samples;

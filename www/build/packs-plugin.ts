// The site's texts go out in few files: each file of a first visit is fetched, checked and kept on its own, and there
// are eighty of them. `import packs from "virtual:packs"` gives the address of each pack, a JSON file.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, ResolvedConfig } from "vite";
import { guideHtml } from "./guide.js";

const NAME = "virtual:packs";

/** The files of a folder whose names end so, by their names. */
const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .sort();

const textsOf = (folder: string, files: readonly string[]): Record<string, string> =>
  Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));

const SCHEMA = ".schema.json";

/** What each pack holds, made from the site's folder. */
const packsOf = (root: string): Record<string, unknown> => {
  const locale = (language: string): string[] => {
    const folder = join(root, "locales", language);
    return Object.values(textsOf(folder, filesOf(folder, ".ftl")));
  };
  const policies = join(root, "policies");
  // Examples lie in a folder of their own, and are for the guide's readers.
  const written = readdirSync(policies).filter((file) => file.endsWith(".json"));
  const layouts = join(root, "layouts");
  const samples = join(root, "samples");
  return {
    en: locale("en"),
    es: locale("es"),
    documents: {
      policies: textsOf(
        policies,
        written.filter((file) => !file.endsWith(SCHEMA)),
      ),
      schemas: textsOf(
        policies,
        written.filter((file) => file.endsWith(SCHEMA)),
      ),
      layouts: textsOf(layouts, filesOf(layouts, ".json")),
      samples: textsOf(samples, filesOf(samples, "")),
      // Generated from the modules' own declarations: `EVENHAND_UPDATE=1 cargo test --test notices`.
      notices: JSON.parse(readFileSync(join(root, "notices.json"), "utf8")) as unknown,
      guide: guideHtml(readFileSync(join(policies, "README.md"), "utf8")),
    },
  };
};

export const packs = (): Plugin => {
  let config: ResolvedConfig;
  return {
    name: "evenhand-packs",
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const addresses = Object.entries(packsOf(config.root)).map(([name, content]) => {
        const reference = this.emitFile({ type: "asset", name: `${name}.json`, source: JSON.stringify(content) });
        return `${name}: import.meta.ROLLUP_FILE_URL_${reference}`;
      });
      return `export default { ${addresses.join(", ")} };`;
    },
  };
};

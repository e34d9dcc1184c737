import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { offline } from "./build/offline-plugin.js";
import { packs } from "./build/packs-plugin.js";

const manifest = readFileSync(new URL("../Cargo.toml", import.meta.url), "utf8");
const version = /^version = "(.+)"$/m.exec(manifest)?.[1];
if (version === undefined) throw new Error("Cargo.toml names no version");

export default defineConfig({
  // Relative addresses: the folder works at any place of any host.
  base: "./",
  publicDir: false,
  plugins: [packs(), offline()],
  define: { __VERSION__: JSON.stringify(version) },
  resolve: {
    // The package does not export its icons, which its own styles name.
    alias: { "uswds-img": fileURLToPath(new URL("node_modules/@uswds/uswds/dist/img", import.meta.url)) },
  },
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: ["node_modules/@uswds/uswds/packages"],
        quietDeps: true,
        silenceDeprecations: ["if-function"],
      },
    },
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // Icons go into the style sheet as data, because no image is ever requested; everything else is a file of its own.
    assetsInlineLimit: (path) => path.endsWith(".svg"),
    modulePreload: { polyfill: false },
    // The style sheet takes most of the time, as it must.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  worker: { format: "es", rolldownOptions: { checks: { pluginTimings: false } } },
});

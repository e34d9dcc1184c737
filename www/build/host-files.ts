// The same headers in the words of three kinds of static host.
import { ASK_AGAIN, HEADERS, KEEP_FOREVER } from "./content-policy.js";

const lines = (write: (name: string, value: string) => string): string =>
  Object.entries(HEADERS)
    .map(([name, value]) => write(name, value))
    .join("\n");

/** Netlify, Cloudflare Pages and others that read `_headers`. */
const netlify = (): string => `/*
${lines((name, value) => `  ${name}: ${value}`)}

/
  Cache-Control: ${ASK_AGAIN}
/index.html
  Cache-Control: ${ASK_AGAIN}
/sw.js
  Cache-Control: ${ASK_AGAIN}
/assets/*
  Cache-Control: ${KEEP_FOREVER}
`;

const apache = (): string => `# Apache: read from this folder where AllowOverride permits FileInfo; needs mod_headers.
AddType application/wasm .wasm
AddType text/javascript .js
<IfModule mod_headers.c>
${lines((name, value) => `  Header always set ${name} "${value}"`)}
  Header always set Cache-Control "${ASK_AGAIN}"
  <FilesMatch "-[A-Za-z0-9_-]{8}\\.(js|css|wasm|woff2|json)$">
    Header always set Cache-Control "${KEEP_FOREVER}"
  </FilesMatch>
</IfModule>
`;

const nginx = (): string => `# nginx: include this file inside the server block that serves this folder.
# nginx drops inherited headers in any location that adds one of its own, so there is only this one level.
${lines((name, value) => `add_header ${name} "${value}" always;`)}
location ~* "/assets/" { expires 1y; }
location / { expires -1; }
`;

/** File name in the built folder → its text. */
export const hostFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ["_headers", netlify()],
    [".htaccess", apache()],
    ["nginx.conf", nginx()],
  ]);

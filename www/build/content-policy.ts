// What the page may do, in one place. The `<meta>` elements, the header files for hosts and the tests all read it here.

type Policy = Readonly<Record<string, string>>;

const text = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");

/** From the first byte: everything from the own host, and nothing from or to anywhere else. */
export const OPENING_POLICY = text({
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "worker-src": "'self' blob:",
  "connect-src": "'self'",
  "style-src": "'self'",
  // Every image is written into the page, so that an image address can never carry data, not even to the own host.
  "img-src": "data:",
  "font-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
});

/**
 * Added once every program file is here. Policies only ever add up, so nothing in the page can take it back.
 * Scripts, styles and fonts from the own host are refused too: their addresses could carry data to the host's log.
 */
export const CLOSING_POLICY = text({
  "default-src": "'none'",
  "script-src": "'wasm-unsafe-eval'",
  "worker-src": "blob:",
  "connect-src": "'none'",
  "style-src": "'none'",
  "img-src": "data:",
  "font-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
});

/** Headers for every file. A worker script and the service worker obey only headers, not the page's `<meta>`. */
export const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": OPENING_POLICY,
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-DNS-Prefetch-Control": "off",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Names under `assets/` carry a hash of the content and never change; everything else is asked for again. */
export const KEEP_FOREVER = "public, max-age=31536000, immutable";
export const ASK_AGAIN = "no-cache";

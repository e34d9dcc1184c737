declare const __CLOSING_POLICY__: string;

/** How long the browser may take to report the refusal of our own attempt. */
const PATIENCE_MS = 2_000;

const refused = (): Promise<boolean> =>
  new Promise((resolve) => {
    const heard = (event: SecurityPolicyViolationEvent): void => {
      if (event.effectiveDirective === "connect-src" && event.disposition === "enforce") end(true);
    };
    const end = (answer: boolean): void => {
      document.removeEventListener("securitypolicyviolation", heard);
      clearTimeout(timer);
      resolve(answer);
    };
    const timer = setTimeout(() => end(false), PATIENCE_MS);
    document.addEventListener("securitypolicyviolation", heard);
    // If this were let through it would carry nothing, and only to the own host.
    void fetch(new URL("./", document.baseURI), { method: "HEAD", cache: "no-store" }).then(
      () => end(false),
      () => undefined,
    );
  });

/**
 * Adds the closing policy to the page, then tries it: the answer is whether the browser refused an attempt to reach
 * even the own host. No script can take a policy back; only loading the page anew does.
 */
export const closeNetwork = async (): Promise<boolean> => {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = __CLOSING_POLICY__;
  document.head.append(policy);
  return refused();
};

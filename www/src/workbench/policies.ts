// The policies that are open: those that came with the site and those that the reader opened.
import type { Answer, PolicySummary } from "../../../pkg/evenhand.js";
import { engine } from "../engine/client.js";
import { shippedPolicies } from "../shell/program-files.js";
import { Store } from "../shell/store.js";

export const policies = new Store<readonly PolicySummary[]>([]);

/** The reader's own, by key: their texts, to open them again when the engine had to be started anew. */
const own = new Map<string, string>();

/** Tells afterwards which policies are open. */
export const refreshPolicies = async (): Promise<void> => {
  policies.set(await engine.workbench.policies());
};

/** Whether the reader opened it, in this visit or with a session. */
export const isOwn = (key: string): boolean => own.has(key);

/** Opens a policy of the reader's. One of the same name and version takes the place of the open one. */
export const openPolicy = async (text: string): Promise<Answer<PolicySummary>> => {
  const answer = await engine.workbench.openPolicy(text);
  if (answer.type === "success") {
    own.set(answer.value.key, text);
    await refreshPolicies();
  }
  return answer;
};

let opened: Promise<void> = Promise.resolve();

/** When all of them are open in the engine that runs now. */
export const policiesOpened = (): Promise<void> => opened;

/** Opens what came with the site, then the reader's own. For a fresh engine. */
export const openPolicies = (): Promise<void> => {
  opened = openAll();
  return opened;
};

const openAll = async (): Promise<void> => {
  for (const [name, text] of shippedPolicies()) {
    const answer = await engine.workbench.openPolicy(text);
    if (answer.type === "failure")
      console.error(`The policy ${name} that came with the site does not open:`, answer.notices);
  }
  for (const text of own.values()) await engine.workbench.openPolicy(text);
  await refreshPolicies();
};

import { engine } from "../engine/client.js";
import { openPolicies } from "../workbench/policies.js";
import { closeNetwork } from "./close-network.js";
import { keepOffline } from "./keep-offline.js";
import {
  fetchContainers,
  fetchDocuments,
  fetchEngine,
  fetchFonts,
  fetchRecords,
  fetchStudentPages,
} from "./program-files.js";
import { engineCrashed, offline, stage } from "./readiness.js";

/** Fetch everything; close the network; only then start the engine and take files. The order is the promise. */
export const startUp = async (): Promise<void> => {
  try {
    const [modules, kept] = await Promise.all([
      fetchEngine(),
      keepOffline(),
      fetchRecords(),
      fetchContainers(),
      fetchStudentPages(),
      fetchDocuments(),
      fetchFonts(),
    ]);
    offline.set(kept);
    if (!(await closeNetwork())) {
      stage.set("not-closed");
      return;
    }
    engine.onCrash(() => engineCrashed.set(true));
    engine.onRestart(() => void openPolicies().catch(() => undefined));
    await engine.start(modules);
    await openPolicies();
    stage.set("ready");
    performance.mark("evenhand-ready");
  } catch (error) {
    console.error(error);
    stage.set("failed");
  }
};

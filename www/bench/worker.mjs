// Runs in a dedicated worker of the browser, with the modules that the site ships, and measures there.
import { initSync as startEngine, Workbench } from "/pkg/evenhand.js";
import { initSync as startTables, SchoolFiles } from "/pkg/tables/tables.js";
import { chicagoLike } from "/bench/chicago-like.mjs";

const fill = (policy, schools) => {
  const workbench = new Workbench();
  const opened = workbench.openPolicy(policy);
  if (opened.type === "failure") throw new Error(JSON.stringify(opened.notices));
  const files = new SchoolFiles();
  files.setHints(workbench.layoutHints());
  const encoder = new TextEncoder();
  const began = performance.now();
  for (const [name, text] of Object.entries(chicagoLike(schools))) {
    const added = files.addFile(name, encoder.encode(text));
    if (added.type === "failure") throw new Error(JSON.stringify(added.notices));
  }
  return { workbench, files, key: opened.value.key, read: performance.now() - began };
};

const timed = (work) => {
  const began = performance.now();
  const result = work();
  return [performance.now() - began, result];
};

self.onmessage = async ({ data: { policy, schools, rounds } }) => {
  try {
    const fetched = async (path) => ({ module: await (await fetch(path)).arrayBuffer() });
    startEngine(await fetched("/pkg/evenhand_bg.wasm"));
    startTables(await fetched("/pkg/tables/tables_bg.wasm"));
    const { workbench, files, key, read } = fill(policy, schools);
    // Putting the files together, and handing the table over, stand by themselves; the ratings go from columns to ratings.
    const [together, table] = timed(() => files.table());
    const [handed] = timed(() => workbench.setTable(table));
    const [first, answer] = timed(() => workbench.rate(key, {}));
    if (answer.type === "failure") throw new Error(JSON.stringify(answer.notices));
    const rated = answer.value.ratings.schools.filter((school) => school.standing === "rated").length;
    const rate = [];
    const trace = [];
    for (let round = 0; round < rounds; round += 1) {
      rate.push(timed(() => workbench.rate(key, {}))[0]);
      const school = answer.value.ratings.schools[(round * 97) % schools].school;
      trace.push(timed(() => workbench.explain(school))[0]);
    }
    self.postMessage({ read, together, handed, first, rated, rate, trace });
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};

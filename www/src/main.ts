import "./styles/site.scss";
import { followAddress } from "./shell/location.js";
import { unfoldForPrinting } from "./shell/print-note.js";
import { fetchLocales } from "./shell/program-files.js";
import "./shell/shell.js";
import { startUp } from "./shell/startup.js";
import { markPrints } from "./shell/working-copy.js";
import { warnOfUnsavedWork } from "./workbench/workspace.js";
import { readMessages } from "./text/messages.js";

/** A file dropped beside its field must not be opened by the browser in place of the page. */
const keepPageOnDrop = (): void => {
  for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
};

const show = async (): Promise<void> => {
  readMessages(await fetchLocales());
  followAddress();
  keepPageOnDrop();
  unfoldForPrinting();
  markPrints();
  warnOfUnsavedWork();
  document.body.replaceChildren(document.createElement("eh-shell"));
};

// The words come first, so that the page is there while the rest is still on its way.
const shown = show();
shown.then(startUp, (error: unknown) => {
  console.error(error);
  const failed = document.querySelector("#not-started");
  if (failed instanceof HTMLElement) failed.hidden = false;
});

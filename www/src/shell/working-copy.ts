// Whatever is made from student records is a working copy with small groups, not for publication. The screen says so above
// each page; paper says so on each sheet, and in the name under which a print is saved.
import { WORKING_COPY } from "../elements/download.js";
import { t } from "../text/messages.js";
import { workspace } from "../workbench/workspace.js";
import { place } from "./location.js";
import { routeFor } from "./routes.js";

/** Whether the page shows what is made from student records. */
export const isWorkingCopy = (): boolean =>
  routeFor(place.value.path).ofStudents === true && workspace.value.cells !== undefined;

export const markPrints = (): void => {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let title: string | undefined;
  window.addEventListener("beforeprint", () => {
    if (!isWorkingCopy()) return;
    const text = JSON.stringify(`${t("working-copy")} ${t("working-copy.text")}`);
    sheet.replaceSync(`@page { @top-center { content: ${text}; font: 700 8.5pt sans-serif; white-space: nowrap; } }`);
    title = document.title;
    // The browser proposes it as the name of the file.
    document.title = `${WORKING_COPY} ${title}`;
  });
  window.addEventListener("afterprint", () => {
    sheet.replaceSync("");
    if (title !== undefined) document.title = title;
    title = undefined;
  });
};

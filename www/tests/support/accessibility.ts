import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Axe, with every rule for WCAG 2.2 A and AA and the best practices, finds nothing on the page as it is now. */
export const expectAccessible = async (page: Page): Promise<void> => {
  await page.evaluate(AXE);
  const findings = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: readonly Finding[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ""}`),
    }));
  });
  expect(findings).toEqual([]);
};

/** Nothing stands beyond the right edge, so the page need not be moved sideways to be read. */
export const expectNoSidewaysScroll = async (page: Page): Promise<void> => {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
};

/**
 * Goes through the page with the Tab key until it comes round; answers with the text of each control in turn.
 * Each one must show that it has the focus.
 */
export const tabThrough = async (page: Page): Promise<string[]> => {
  const visited: string[] = [];
  await page.evaluate(() => {
    // The next Tab goes on from where the focus was last, so it is put before everything.
    const start = document.createElement("span");
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
    window.scrollTo(0, 0);
  });
  for (let presses = 0; presses < 500; presses += 1) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body || focused.hasAttribute("data-visited")) return undefined;
      focused.setAttribute("data-visited", "");
      const style = getComputedStyle(focused);
      return {
        name: (focused.getAttribute("aria-label") ?? focused.textContent ?? "").trim().replace(/\s+/g, " "),
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
      };
    });
    if (now === undefined) break;
    expect(now.ring, `${now.name} shows no focus`).toBe(true);
    visited.push(now.name);
  }
  return visited;
};

/** Everything that can be used with a mouse was reached with the keyboard. */
export const expectAllReached = async (page: Page): Promise<void> => {
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary")]
      .filter((each) => each.checkVisibility() && !each.matches(":disabled") && !each.hasAttribute("data-visited"))
      // Of a group of radio buttons the keyboard stops at one; the arrow keys reach the others.
      .filter((each) => each.getAttribute("type") !== "radio")
      .map((each) => each.outerHTML),
  );
  expect(missed).toEqual([]);
};

// How long the page's own thread was busy at a stretch, in time of the processor: what other programs on the same
// machine take does not count, so that the answer is the same on a busy one.
import { test, type Browser, type Page } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
  /** Microseconds of the processor. */
  readonly tdur?: number;
}

/**
 * Does something, and notes the longest task of the page's thread meanwhile in the report, in milliseconds. It judges
 * nothing: even time of the processor varies with what else a machine does, and the same page took 39 and 77.
 */
export const noteLongestTask = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const browser = page.context().browser() as Browser;
  await browser.startTracing(page, { categories: ["toplevel"] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const at = ({ pid, tid }: TraceEvent): string => `${String(pid)} ${String(tid)}`;
  const pages = new Set(
    traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(at),
  );
  const tasks = traceEvents.filter((event) => event.name.endsWith("RunTask") && pages.has(at(event)));
  if (tasks.length < 10) throw new Error("the trace holds no tasks of the page");
  const longest = Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1_000));
  test.info().annotations.push({ type: "longest task, ms", description: longest.toFixed(1) });
};

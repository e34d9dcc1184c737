import { Store } from "./store.js";

/**
 * How far the page has come before it takes any file.
 * - `loading`: it fetches its own program files.
 * - `ready`: all are here, the network is closed and was tried, the engine runs. Only now are files taken.
 * - `not-closed`: this browser did not close the network, so the page takes no file.
 * - `failed`: a program file could not be loaded.
 */
export type Stage = "loading" | "ready" | "not-closed" | "failed";

/** Whether the program is kept on this device, so that it opens without a network. */
export type Offline = "waiting" | "kept" | "new-edition-waits" | "unavailable";

export const stage = new Store<Stage>("loading");
export const offline = new Store<Offline>("waiting");

/** Shown by the shell when the engine had to be started again, until the reader puts it away. */
export const engineCrashed = new Store<boolean>(false);

/** What became of the reader's files after the engine was started again. */
export const reloaded = new Store<"nothing" | "all" | "part">("nothing");

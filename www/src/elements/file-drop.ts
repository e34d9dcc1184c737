import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Files may be dropped anywhere on the page, as long as the element that takes them is on it. */
export class FileDrop implements ReactiveController {
  /** Whether files are being dragged over the page. */
  over = false;
  readonly #host: ReactiveControllerHost;
  readonly #take: (files: readonly File[]) => void;

  constructor(host: ReactiveControllerHost, take: (files: readonly File[]) => void) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    for (const kind of ["dragover", "dragleave"] as const) window.addEventListener(kind, this.#drag);
    window.addEventListener("drop", this.#drop);
  }

  hostDisconnected(): void {
    for (const kind of ["dragover", "dragleave"] as const) window.removeEventListener(kind, this.#drag);
    window.removeEventListener("drop", this.#drop);
  }

  #show(over: boolean): void {
    if (this.over === over) return;
    this.over = over;
    this.#host.requestUpdate();
  }

  readonly #drag = (event: DragEvent): void => {
    if (event.type === "dragleave" && event.relatedTarget !== null) return;
    this.#show(event.type === "dragover" && event.dataTransfer?.types.includes("Files") === true);
  };

  readonly #drop = (event: DragEvent): void => {
    this.#show(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) this.#take(files);
  };
}

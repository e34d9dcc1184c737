import { LitElement } from "lit";
import { language } from "../text/language.js";
import type { Watchable } from "./store.js";

/**
 * What every element of the site builds on: it renders into the page itself, so that the style sheet and the links
 * between labels and fields reach it, and it renders again when the language or a watched store changes.
 */
export class SiteElement extends LitElement {
  /** Stores this element shows; a subclass names its own. */
  protected watched(): readonly Watchable[] {
    return [];
  }

  #endings: (() => void)[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const again = (): void => this.requestUpdate();
    this.#endings = [language.watch(again), ...this.watched().map((store) => store.watch(again))];
  }

  override disconnectedCallback(): void {
    for (const end of this.#endings) end();
    this.#endings = [];
    super.disconnectedCallback();
  }
}

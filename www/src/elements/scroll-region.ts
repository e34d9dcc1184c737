import { t } from "../text/messages.js";

/**
 * Something wide, such as a table, that moves sideways within itself on a narrow screen. Only then does the keyboard
 * stop at it, so that it can be moved with the arrow keys, and only then a hint says
 * that there is more.
 */
class ScrollRegion extends HTMLElement {
  static readonly observedAttributes = ["label"];
  readonly #watcher = new ResizeObserver(() => this.#measure());

  connectedCallback(): void {
    // The watcher calls once by itself, after the layout; measuring here would make the browser lay out the page twice.
    this.#watcher.observe(this);
    for (const child of this.children) this.#watcher.observe(child);
  }

  disconnectedCallback(): void {
    this.#watcher.disconnect();
  }

  attributeChangedCallback(): void {
    if (this.hasAttribute("aria-label")) this.#tell();
  }

  #measure(): void {
    if (this.scrollWidth > this.clientWidth) {
      this.tabIndex = 0;
      this.setAttribute("role", "group");
      this.#tell();
    } else {
      for (const name of ["tabindex", "role", "aria-label", "data-hint"]) this.removeAttribute(name);
    }
  }

  /** Its label and the hint, which the style sheet shows: what stands in it belongs to whoever drew it. */
  #tell(): void {
    this.setAttribute("aria-label", this.getAttribute("label") ?? "");
    this.setAttribute("data-hint", t("scroll-hint"));
  }
}

customElements.define("eh-scroll", ScrollRegion);

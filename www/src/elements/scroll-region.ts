/**
 * Something wide, such as a table, that moves sideways within itself on a narrow screen. Only then does the keyboard
 * stop at it, so that it can be moved with the arrow keys.
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
    if (this.hasAttribute("aria-label")) this.setAttribute("aria-label", this.getAttribute("label") ?? "");
  }

  #measure(): void {
    if (this.scrollWidth > this.clientWidth) {
      this.tabIndex = 0;
      this.setAttribute("role", "group");
      this.setAttribute("aria-label", this.getAttribute("label") ?? "");
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) this.removeAttribute(name);
    }
  }
}

customElements.define("eh-scroll", ScrollRegion);

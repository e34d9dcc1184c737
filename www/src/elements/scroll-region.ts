/**
 * Something wide, such as a table, that moves sideways within itself on a narrow screen. Only then does the keyboard
 * stop at it, so that it can be moved with the arrow keys.
 */
class ScrollRegion extends HTMLElement {
  static readonly observedAttributes = ["label"];
  readonly #watcher = new ResizeObserver(() => this.#measure());

  connectedCallback(): void {
    this.#watcher.observe(this);
    this.#measure();
  }

  disconnectedCallback(): void {
    this.#watcher.disconnect();
  }

  attributeChangedCallback(): void {
    this.#measure();
  }

  #measure(): void {
    if (this.scrollWidth > this.clientWidth) {
      this.tabIndex = 0;
      this.setAttribute("role", "region");
      this.setAttribute("aria-label", this.getAttribute("label") ?? "");
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) this.removeAttribute(name);
    }
  }
}

customElements.define("eh-scroll", ScrollRegion);

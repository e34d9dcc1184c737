// The guide to writing a policy is a Markdown file beside the policies. The site shows it as a page: converted here, at
// build time, so that no converter is shipped.
import { Marked, type Tokens } from "marked";

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/<[^>]+>/g, "")
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

/** The guide as HTML for the page. Links within it lead to places of the page; links to other files become plain text. */
export const guideHtml = (markdown: string): string => {
  const slugs = new Map<string, number>();
  const marked = new Marked({
    async: false,
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading): string {
        const plain = slugOf(text);
        const before = slugs.get(plain) ?? 0;
        slugs.set(plain, before + 1);
        const slug = before === 0 ? plain : `${plain}-${String(before)}`;
        const level = String(Math.min(depth, 6));
        return `<h${level} id="guide-${slug}" tabindex="-1">${this.parser.parseInline(tokens)}</h${level}>\n`;
      },
      link({ href, tokens }: Tokens.Link): string {
        const text = this.parser.parseInline(tokens);
        if (href.startsWith("#")) return `<a href="#/guide?at=${href.slice(1)}" data-at="${href.slice(1)}">${text}</a>`;
        if (!/^https?:\/\//.test(href)) return text;
        return `<a class="usa-link" href="${href}" target="_blank" rel="noopener noreferrer">${text}</a>`;
      },
      // Pictures would be requests.
      image: ({ text }: Tokens.Image): string => text,
    },
  });
  // A heading without words is none: the corner of a table is an empty cell.
  const html = (marked.parse(markdown) as string).replace(/<th([^>]*)><\/th>/g, "<td$1></td>");
  let tables = 0;
  return html
    .replace(/<table>/g, () => {
      tables += 1;
      return `<eh-scroll class="eh-scroll" label="Table ${String(tables)}"><table class="usa-table usa-table--borderless eh-doc__table">`;
    })
    .replaceAll("</table>", "</table></eh-scroll>");
};

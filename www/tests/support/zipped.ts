// Workbooks and zip archives for tests, written byte by byte.

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

const checksum = (bytes: Uint8Array): number => {
  let sum = ~0;
  for (const byte of bytes) sum = (CRC[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
};

/** An archive of entries that aren't compressed: names and texts. */
export const zip = (entries: Readonly<Record<string, string>>): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const bytes = Buffer.from(text);
    const title = Buffer.from(name);
    const common = Buffer.alloc(22);
    common.writeUInt16LE(0x800, 0);
    common.writeUInt16LE(0x21, 6);
    common.writeUInt32LE(checksum(bytes), 8);
    common.writeUInt32LE(bytes.length, 12);
    common.writeUInt32LE(bytes.length, 16);
    common.writeUInt16LE(title.length, 20);
    const local = Buffer.concat([Buffer.from("PK\x03\x04\x14\x00", "latin1"), common, Buffer.alloc(2), title, bytes]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02\x14\x00\x14\x00", "latin1"), common, Buffer.alloc(12), place, title]),
    );
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
};

export type CellOf = string | number | { readonly percent: number } | { readonly error: string };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${String(letter.codePointAt(0))};`);

const cell = (of: CellOf): string =>
  typeof of === "number"
    ? `<c><v>${String(of)}</v></c>`
    : typeof of === "string"
      ? `<c t="inlineStr"><is><t>${escaped(of)}</t></is></c>`
      : "percent" in of
        ? `<c s="1"><v>${String(of.percent)}</v></c>`
        : `<c t="e"><v>${of.error}</v></c>`;

/** A workbook: its sheets, each rows of cells. */
export const workbook = (sheets: Readonly<Record<string, readonly (readonly CellOf[])[]>>): Buffer => {
  const all = Object.entries(sheets);
  const relation = (id: number): string =>
    `<Relationship Id="r${String(id)}" Type="http://x/worksheet" Target="worksheets/sheet${String(id)}.xml"/>`;
  return zip({
    "xl/workbook.xml": `<workbook><sheets>${all.map(([name], id) => `<sheet name="${escaped(name)}" sheetId="${String(id + 1)}" r:id="r${String(id)}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${all.map((_, id) => relation(id)).join("")}</Relationships>`,
    "xl/styles.xml": `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      all.map(([, rows], id) => [
        `xl/worksheets/sheet${String(id)}.xml`,
        `<worksheet><dimension ref="A1:Z${String(rows.length)}"/><sheetData>${rows
          .map((row) => `<row>${row.map(cell).join("")}</row>`)
          .join("")}</sheetData></worksheet>`,
      ]),
    ),
  });
};

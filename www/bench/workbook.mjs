// A workbook as Excel writes it: a sheet of compressed XML, shared texts, names of rows and cells; made of a file of CSV.

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum >>> 0;
});

const checksum = (bytes) => {
  let sum = ~0;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return ~sum >>> 0;
};

const numbers = (...parts) =>
  Uint8Array.from(parts.flatMap(([number, size]) => Array.from({ length: size }, (_, byte) => (number / 2 ** (8 * byte)) & 0xff)));

/** A zip archive of compressed entries, from their names and bytes. */
const zip = async (entries) => {
  const [locals, directory] = [[], []];
  let at = 0;
  for (const [name, bytes] of entries) {
    const packed = new Uint8Array(
      await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer(),
    );
    const title = new TextEncoder().encode(name);
    const common = numbers([20, 2], [0, 2], [8, 2], [0, 2], [0x21, 2], [checksum(bytes), 4], [packed.length, 4], [bytes.length, 4], [title.length, 2]);
    const local = new Blob([numbers([0x04034b50, 4]), common, numbers([0, 2]), title, packed]);
    directory.push(numbers([0x02014b50, 4], [20, 2]), common, numbers([0, 12], [at, 4]), title);
    locals.push(local);
    at += local.size;
  }
  const list = new Blob(directory);
  const end = numbers([0x06054b50, 4], [0, 4], [entries.length, 2], [entries.length, 2], [list.size, 4], [at, 4], [0, 2]);
  return new Blob([...locals, list, end]);
};

const fields = (line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain);

/** The file's rows as a workbook. */
export const workbookOf = async (csv) => {
  const lines = (await csv.text()).trimEnd().split("\n");
  const texts = new Map();
  const encoder = new TextEncoder();
  const parts = [];
  let xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:Q${lines.length}"/><sheetData>`;
  lines.forEach((line, place) => {
    xml += `<row r="${place + 1}" spans="1:17">`;
    fields(line).forEach((field, column) => {
      const name = `${String.fromCharCode(65 + column)}${place + 1}`;
      if (/^(?:0|[1-9]\d{0,14})$/.test(field)) xml += `<c r="${name}"><v>${field}</v></c>`;
      else if (field !== "") {
        if (!texts.has(field)) texts.set(field, texts.size);
        xml += `<c r="${name}" t="s"><v>${texts.get(field)}</v></c>`;
      }
    });
    xml += "</row>";
    if (xml.length > 4_000_000) {
      parts.push(encoder.encode(xml));
      xml = "";
    }
  });
  parts.push(encoder.encode(`${xml}</sheetData></worksheet>`));
  const shared = [...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join("");
  return zip([
    ["xl/workbook.xml", encoder.encode('<workbook><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>')],
    ["xl/_rels/workbook.xml.rels", encoder.encode('<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')],
    ["xl/sharedStrings.xml", encoder.encode(`<sst>${shared}</sst>`)],
    ["xl/worksheets/sheet1.xml", new Uint8Array(await new Blob(parts).arrayBuffer())],
  ]);
};

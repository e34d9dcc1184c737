/** The first bytes of zip archives, which workbooks are too, of an empty one, and of old or locked workbooks. */
const MARKS = ["504b0304", "504b0506", "d0cf11e0"];

/** Whether a file has to be taken apart before anybody can read it. Names tell nothing reliably. */
export const isContainer = async (file: Blob): Promise<boolean> => {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return MARKS.includes([...start].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
};

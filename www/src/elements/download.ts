/** Stands in front of the names of files and prints that are made from student records. */
export const WORKING_COPY = "WORKING-COPY";

/** Hands the reader a file that was made here. Nothing is asked of any host: the bytes are the browser's already. */
export const download = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser may begin to save only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** Today's day, as it stands in file names. */
export const today = (): string => {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

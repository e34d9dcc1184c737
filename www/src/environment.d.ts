/** The guide, converted at build time: its address. */
declare module "*?guide" {
  const address: string;
  export default address;
}

/** The version of the crate, put in by the build. */
declare const __VERSION__: string;

/** Workers have it; the library of types for pages does not. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

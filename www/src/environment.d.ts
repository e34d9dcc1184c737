/** The site's texts, put together by the build into few files: their addresses. */
declare module "virtual:packs" {
  const addresses: Readonly<Record<"en" | "es" | "documents", string>>;
  export default addresses;
}

/** The version of the crate, put in by the build. */
declare const __VERSION__: string;

/** Workers have it; the library of types for pages does not. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
  readAsDataURL(blob: Blob): string;
}

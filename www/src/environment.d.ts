/** The version of the crate, put in by the build. */
declare const __VERSION__: string;

//! The boundary of the module that opens workbooks and archives. It asks for the bytes that it needs; lists, notices and
//! pieces of files come out.

#[allow(dead_code, reason = "nothing comes in that would have to be read")]
#[path = "../crossing.rs"]
mod crossing;
#[path = "../plain.rs"]
mod plain;

use std::io;

use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;

use crossing::to_js;
use evenhand::container::{Container, Contents, Source, Stream};

/// A panic is a bug: it is written to the console before the module stops.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// A file of the browser's, read where it lies.
struct Bytes {
    size: u64,
    read: Function,
}

impl Source for Bytes {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, from: u64, into: &mut [u8]) -> io::Result<usize> {
        let length = u32::try_from(into.len()).unwrap_or(u32::MAX);
        let came = self.read.call2(&JsValue::NULL, &JsValue::from(from), &JsValue::from(length));
        let bytes = came.ok().and_then(|came| came.dyn_into::<Uint8Array>().ok()).ok_or(io::ErrorKind::Other)?;
        let came = usize::try_from(bytes.length()).map_err(io::Error::other)?;
        let into = into.get_mut(..came).ok_or(io::ErrorKind::Other)?;
        bytes.copy_to(into);
        Ok(came)
    }
}

/// A workbook or an archive.
#[wasm_bindgen]
pub struct ContainerFile {
    opened: Result<Container, Vec<evenhand::notice::Notice>>,
    stream: Option<Stream>,
}

#[wasm_bindgen]
impl ContainerFile {
    /// Opens a file of this name and size. `read` gives so many bytes of it, or fewer, from a place on; what it throws
    /// becomes a notice.
    #[wasm_bindgen(constructor)]
    pub fn new(
        name: &str,
        size: u64,
        #[wasm_bindgen(unchecked_param_type = "(from: bigint, length: number) => Uint8Array")] read: Function,
    ) -> Self {
        Self { opened: Container::open(name, Bytes { size, read }), stream: None }
    }

    /// What is in it.
    #[wasm_bindgen(unchecked_return_type = "Contents")]
    pub fn contents(&self) -> Result<JsValue, JsError> {
        to_js(&Contents::of(&self.opened))
    }

    /// Begins to read an entry, by its place in the list.
    pub fn begin(&mut self, entry: usize) {
        self.stream = self.opened.as_ref().ok().map(|container| container.stream(entry));
    }

    /// The entry's next bytes, about so many; none at its end.
    pub fn next(&mut self, limit: usize) -> Option<Vec<u8>> {
        self.stream.as_mut()?.next_piece(limit)
    }

    /// How far the entry is read, of its size in the list.
    pub fn done(&self) -> u64 {
        self.stream.as_ref().map_or(0, Stream::done)
    }

    /// What is told at the entry's end. With an error among it none of the entry may
    /// count.
    #[wasm_bindgen(unchecked_return_type = "Notice[]")]
    pub fn finish(&mut self) -> Result<JsValue, JsError> {
        match (self.stream.take(), &self.opened) {
            (Some(stream), _) => to_js(&stream.finish()),
            (None, Err(notices)) => to_js(notices),
            (None, Ok(_)) => to_js(&[(); 0]),
        }
    }
}

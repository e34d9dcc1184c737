//! The line of a place in JSON text.

use hifijson::num::Lex as _;
use hifijson::str::{Lex as _, LexAlloc as _};
use hifijson::token::Lex as _;
use hifijson::{Read as _, SliceLexer};

use super::push_key;

/// The line, from 1, on which the value of that JSON pointer starts. `None` when the text has no such place.
pub fn line_of(text: &str, pointer: &str) -> Option<u64> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut scanner = Scanner(SliceLexer::new(text.as_bytes()));
    scanner.0.eat_whitespace();
    if !pointer.is_empty() {
        for step in pointer.strip_prefix('/')?.split('/') {
            scanner.enter(step)?;
        }
    }
    let before = text.len().checked_sub(scanner.0.as_slice().len())?;
    let breaks = text.bytes().take(before).filter(|byte| *byte == b'\n').count();
    u64::try_from(breaks).ok().map(|breaks| breaks + 1)
}

/// Walks JSON text without reading more of it than it must, nor deeper into itself. Text that isn't JSON ends the walk.
struct Scanner<'a>(SliceLexer<'a>);

impl Scanner<'_> {
    /// Steps over this mark, if it follows.
    fn mark(&mut self, mark: u8) -> Option<()> {
        self.0.expect(SliceLexer::ws_peek, mark)
    }

    /// From an object or a list to the value of that key, as pointers write it, or index.
    fn enter(&mut self, step: &str) -> Option<()> {
        if self.mark(b'{').is_some() {
            let mut written = String::new();
            loop {
                self.mark(b'"')?;
                let key = self.0.str_string().ok()?;
                self.mark(b':')?;
                written.clear();
                push_key(&mut written, &key);
                if written.strip_prefix('/') == Some(step) {
                    self.0.eat_whitespace();
                    return Some(());
                }
                self.value()?;
                self.mark(b',')?;
            }
        }
        self.mark(b'[')?;
        let index: usize = step.parse().ok()?;
        for _ in 0..index {
            self.value()?;
            self.mark(b',')?;
        }
        (self.0.ws_peek()? != b']').then_some(())
    }

    /// Steps over a value.
    fn value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.0.ws_peek()? {
                b'"' => self.0.discarded().str_ignore().ok()?,
                b'-' | b'0'..=b'9' => self.0.num_ignore().validate().ok().map(drop)?,
                b'{' | b'[' => {
                    self.0.take_next();
                    depth += 1;
                }
                b'}' | b']' => {
                    self.0.take_next();
                    depth = depth.checked_sub(1)?;
                }
                b',' | b':' if depth > 0 => {
                    self.0.take_next();
                    continue;
                }
                _ => self.0.null_or_bool().map(drop)?,
            }
            if depth == 0 {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::line_of;

    const TEXT: &str = "\u{feff}{\n  \"a\": [1, {\"b\\\"\": \"]}\\\\\"}],\r\n  \"a/b~c\": {\n    \"é\": [\n      true,\n      [],\n      {\"x\": null}\n    ]\n  },\n \"\": \"end\"\n}\n";

    #[test]
    fn every_place_has_its_line() {
        for (pointer, line) in [
            ("", 1),
            ("/a", 2),
            ("/a/0", 2),
            ("/a/1/b\"", 2),
            ("/a~1b~0c", 3),
            ("/a~1b~0c/é", 4),
            ("/a~1b~0c/é/0", 5),
            ("/a~1b~0c/é/1", 6),
            ("/a~1b~0c/é/2", 7),
            ("/a~1b~0c/é/2/x", 7),
            ("/", 10),
        ] {
            assert_eq!(line_of(TEXT, pointer), Some(line), "{pointer}");
        }
    }

    #[test]
    fn a_place_that_is_not_there_has_no_line() {
        for pointer in ["a", "/b", "/a/2", "/a/x", "/a/-1", "/a/0/0", "/a~1b~0c/é/1/0", "//0"] {
            assert_eq!(line_of(TEXT, pointer), None, "{pointer}");
        }
        for text in ["", "{", "[", "{\"a\"", "{\"b\": \"\\", "{\"b\": [}", "[1 2, 3", "{}", "[]", "{\"b\":,\"a\":1}"] {
            assert_eq!(line_of(text, "/a"), None, "{text}");
            assert_eq!(line_of(text, "/1"), None, "{text}");
        }
    }
}

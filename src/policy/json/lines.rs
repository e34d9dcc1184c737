//! The line of a place in JSON text.

use super::parse::unescaped;

/// The line, from 1, on which the value of that JSON pointer starts. `None` when the text has no such place.
pub fn line_of(text: &str, pointer: &str) -> Option<u64> {
    let mut scanner = Scanner { rest: text };
    scanner.space();
    if !pointer.is_empty() {
        for step in pointer.strip_prefix('/')?.split('/') {
            let step = step.replace("~1", "/").replace("~0", "~");
            scanner.enter(&step)?;
        }
    }
    let before = text.len() - scanner.rest.len();
    let breaks = text.bytes().take(before).filter(|byte| *byte == b'\n').count();
    u64::try_from(breaks).ok().map(|breaks| breaks + 1)
}

/// Walks JSON text without reading more of it than it must. Text that isn't JSON ends the walk.
struct Scanner<'a> {
    rest: &'a str,
}

impl<'a> Scanner<'a> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n', '\u{feff}']);
    }

    /// Steps over this mark and the space after it, if it is there.
    fn mark(&mut self, mark: char) -> Option<()> {
        self.rest = self.rest.strip_prefix(mark)?;
        self.space();
        Some(())
    }

    /// From an object or a list to the value of that key or index.
    fn enter(&mut self, step: &str) -> Option<()> {
        if self.mark('{').is_some() {
            loop {
                let key = self.text()?;
                self.space();
                self.mark(':')?;
                if unescaped(key)? == step {
                    return Some(());
                }
                self.value()?;
                self.mark(',')?;
            }
        }
        self.mark('[')?;
        let index: usize = step.parse().ok()?;
        for _ in 0..index {
            self.value()?;
            self.mark(',')?;
        }
        (!self.rest.starts_with(']')).then_some(())
    }

    /// Steps over a text and gives it, with its quotes.
    fn text(&mut self) -> Option<&'a str> {
        let inside = self.rest.strip_prefix('"')?;
        let mut escaped = false;
        for (at, byte) in inside.bytes().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    let (text, rest) = self.rest.split_at_checked(at + 2)?;
                    self.rest = rest;
                    return Some(text);
                }
                _ => {}
            }
        }
        None
    }

    /// Steps over a value and the space after it.
    fn value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            let first = self.rest.chars().next()?;
            match first {
                '"' => {
                    self.text()?;
                }
                '{' | '[' => {
                    depth += 1;
                    self.mark(first)?;
                    continue;
                }
                '}' | ']' => {
                    depth = depth.checked_sub(1)?;
                    self.mark(first)?;
                }
                ',' | ':' if depth > 0 => {
                    self.mark(first)?;
                    continue;
                }
                _ => {
                    let end = self.rest.find([',', ':', ']', '}', '[', '{', '"', ' ', '\t', '\r', '\n'])?;
                    if end == 0 {
                        return None;
                    }
                    self.rest = self.rest.split_at_checked(end)?.1;
                }
            }
            self.space();
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

//! The texts that a workbook's cells share.

use quick_xml::events::Event;

use super::super::directory::{Directory, Trouble};
use super::xml::{LONGEST as LONGEST_TEXT, Xml, push_text};

/// All texts one after the other, and where each ends.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

/// The most bytes of shared text: more isn't a table, and would not fit in the module's memory.
const LONGEST: usize = 512 << 20;

impl Strings {
    pub(super) fn read(directory: &Directory) -> Result<Self, Trouble> {
        let mut strings = Self::default();
        let Some(mut xml) = Xml::open(directory, "xl/sharedStrings.xml")? else { return Ok(strings) };
        loop {
            match xml.next()? {
                Event::Start(start) if start.local_name().as_ref() == b"si" => {
                    read_text(&mut xml, b"si", &mut strings.text)?;
                    if strings.text.len() > LONGEST {
                        return Err(Trouble::TooLarge);
                    }
                    strings.ends.push(u32::try_from(strings.text.len()).unwrap_or(u32::MAX));
                }
                Event::Eof => return Ok(strings),
                _ => {}
            }
        }
    }

    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = usize::try_from(*self.ends.get(index)?).ok()?;
        let start = match index.checked_sub(1) {
            None => 0,
            Some(before) => usize::try_from(*self.ends.get(before)?).ok()?,
        };
        self.text.get(start..end)
    }
}

/// Adds the text within a tag up to its end: that of its `t`s, but for how it is pronounced (`rPh`).
pub(super) fn read_text(xml: &mut Xml, until: &[u8], out: &mut String) -> Result<(), Trouble> {
    let (mut in_text, mut in_sound) = (false, false);
    let from = out.len();
    loop {
        match xml.next()? {
            Event::Start(start) => match start.local_name().as_ref() {
                b"t" => in_text = true,
                b"rPh" => in_sound = true,
                _ => {}
            },
            Event::End(end) => match end.local_name().as_ref() {
                b"t" => in_text = false,
                b"rPh" => in_sound = false,
                name if name == until => break,
                _ => {}
            },
            Event::Eof => return Err(Trouble::Damaged),
            event if in_text && !in_sound && out.len() - from < LONGEST_TEXT => push_text(&event, out),
            _ if in_text && !in_sound => return Err(Trouble::Damaged),
            _ => {}
        }
    }
    decode_escapes(out, from);
    Ok(())
}

/// Characters that XML can't hold are written `_x000D_`, and such a text itself `_x005F_x000D_` (ECMA-376 part 1, 22.9.2.19).
pub(super) fn decode_escapes(out: &mut String, from: usize) {
    if !out.get(from..).is_some_and(|text| text.contains("_x")) {
        return;
    }
    let text = out.split_off(from);
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let decoded = after
            .get(..5)
            .and_then(|code| code.strip_suffix('_'))
            .filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match decoded.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(letter) => {
                out.push(letter);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out.push_str(rest);
}

//! How cells show their numbers: as far as it changes what the number is.

use super::super::directory::{Directory, Trouble};
use super::Epoch;
use super::xml::Xml;

/// What a number of a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Number,
    /// Shown with leading zeros, at least so many digits: `0000`, as for the numbers of schools.
    Padded(u8),
    /// Stored as a part of one, shown as a part of a hundred.
    Percent,
    /// Stored as days, shown as a day or a time of day.
    Day,
    /// Stored as days, shown as hours and minutes, which may be more than a day.
    Duration,
}

pub(super) struct Formats {
    by_style: Vec<Format>,
    pub epoch: Epoch,
}

impl Formats {
    pub(super) fn read(directory: &Directory, epoch: Epoch) -> Result<Self, Trouble> {
        let mut formats = Self { by_style: Vec::new(), epoch };
        let Some(mut xml) = Xml::open(directory, "xl/styles.xml")? else { return Ok(formats) };
        let mut own: Vec<(String, Format)> = Vec::new();
        // Styles by name have formats as well, in a list of their own that no cell uses.
        let mut in_cells = false;
        while let Some(element) = xml.next_start()? {
            match element.name.as_slice() {
                b"numFmt" => {
                    if let (Some(id), Some(code)) = (element.attribute("numFmtId"), element.attribute("formatCode")) {
                        own.push((id, of_code(&code)));
                    }
                }
                b"cellXfs" => in_cells = true,
                b"cellStyles" | b"dxfs" | b"cellStyleXfs" => in_cells = false,
                b"xf" if in_cells => {
                    let id = element.attribute("numFmtId").unwrap_or_default();
                    let format = own.iter().find(|(known, _)| *known == id).map(|(_, format)| *format);
                    formats.by_style.push(format.unwrap_or_else(|| of_builtin(&id)));
                }
                _ => {}
            }
        }
        Ok(formats)
    }

    pub(super) fn of(&self, style: usize) -> Format {
        self.by_style.get(style).copied().unwrap_or(Format::Number)
    }
}

/// The formats that need no code (ECMA-376 part 1, 18.8.30).
fn of_builtin(id: &str) -> Format {
    match id {
        "9" | "10" => Format::Percent,
        "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "45" | "47" => Format::Day,
        "46" => Format::Duration,
        _ => Format::Number,
    }
}

/// Of a code such as `0.0%;-0.0%` or `[$-409]d-mmm-yy` the part for positive numbers decides, without what it shows
/// literally.
pub(super) fn of_code(code: &str) -> Format {
    let first = code.split(';').next().unwrap_or_default();
    if first.len() > 1 && first.bytes().all(|letter| letter == b'0') {
        return u8::try_from(first.len()).map_or(Format::Number, Format::Padded);
    }
    let mut letters = code.chars();
    let mut day = false;
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '"' => {
                letters.find(|letter| *letter == '"');
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let within: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                if !within.is_empty()
                    && within.chars().all(|letter| matches!(letter, 'h' | 'm' | 's' | 'H' | 'M' | 'S'))
                {
                    return Format::Duration;
                }
            }
            '%' => return Format::Percent,
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => day = true,
            // `General`, and no letters of a day behind it.
            'G' => {
                letters.by_ref().take(6).for_each(drop);
            }
            _ => {}
        }
    }
    if day { Format::Day } else { Format::Number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_says_what_its_number_is() {
        for (code, format) in [
            ("General", Format::Number),
            ("0", Format::Number),
            ("0000", Format::Padded(4)),
            ("00;-00", Format::Padded(2)),
            ("0.00", Format::Number),
            ("#,##0.00;[Red]-#,##0.00", Format::Number),
            ("0.00E+00", Format::Number),
            ("0 \"days\"", Format::Number),
            ("0\\d", Format::Number),
            ("_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", Format::Number),
            ("# ?/?", Format::Number),
            ("@", Format::Number),
            ("[Red]0", Format::Number),
            ("General\" m\"", Format::Number),
            ("0%", Format::Percent),
            ("[Green]0.0%;[Red]-0.0%", Format::Percent),
            ("0.0\"%\"", Format::Number),
            ("0.0\\%", Format::Number),
            ("m/d/yyyy", Format::Day),
            ("[$-409]d\\-mmm\\-yy;@", Format::Day),
            ("yyyy\\-mm\\-dd hh:mm", Format::Day),
            ("[h]:mm:ss", Format::Duration),
            ("[mm]:ss", Format::Duration),
        ] {
            assert_eq!(of_code(code), format, "{code}");
        }
    }
}

//! A writer of zip archives that writes what it is told, even where it is wrong.

/// One entry, with everything that its headers say of it.
#[derive(Clone)]
pub struct Packed {
    pub name: Vec<u8>,
    pub bytes: Vec<u8>,
    pub unpacked: u32,
    pub checksum: u32,
    pub method: u16,
    pub flags: u16,
}

impl Packed {
    /// An entry that isn't compressed.
    pub fn stored(name: &str, bytes: &[u8]) -> Self {
        let unpacked = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        Self { name: name.into(), bytes: bytes.to_vec(), unpacked, checksum: checksum(bytes), method: 0, flags: 0x800 }
    }
}

/// The archive.
pub fn zip(entries: &[Packed]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let at = out.len();
        let mut common = Vec::new();
        for number in [entry.flags, entry.method, 0, 0x21] {
            common.extend(number.to_le_bytes());
        }
        for number in [entry.checksum, u32::try_from(entry.bytes.len()).unwrap_or(u32::MAX), entry.unpacked] {
            common.extend(number.to_le_bytes());
        }
        common.extend(u16::try_from(entry.name.len()).unwrap_or(u16::MAX).to_le_bytes());
        common.extend([0, 0]);
        out.extend(b"PK\x03\x04\x14\x00");
        out.extend(&common);
        out.extend(&entry.name);
        out.extend(&entry.bytes);
        directory.extend(b"PK\x01\x02\x14\x00\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(u32::try_from(at).unwrap_or(u32::MAX).to_le_bytes());
        directory.extend(&entry.name);
    }
    let at = out.len();
    out.extend(&directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    let count = u16::try_from(entries.len()).unwrap_or(u16::MAX);
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    for number in [directory.len(), at] {
        out.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
    }
    out.extend([0, 0]);
    out
}

/// A workbook of one sheet, from the XML of its parts.
pub fn workbook(sheet: &[u8], strings: &[u8], styles: &[u8]) -> Vec<u8> {
    zip(&[
        Packed::stored("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        Packed::stored("xl/workbook.xml", WORKBOOK.as_bytes()),
        Packed::stored("xl/sharedStrings.xml", strings),
        Packed::stored("xl/styles.xml", styles),
        Packed::stored("xl/worksheets/sheet1.xml", sheet),
    ])
}

pub const RELATIONS: &str =
    r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
pub const WORKBOOK: &str = r#"<workbook><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>"#;

/// CRC-32, as zip archives have it.
pub fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 })
    })
}

//! An Excel workbook (ECMA-376, SpreadsheetML): its sheets as CSV.
//!
//! Read by a streaming parser of XML and not by a library for workbooks, for three reasons. Such a library hands over
//! numbers as floats without their format: a cell that shows 92.5% comes as 0.925, and would be rated as less than one
//! percent. Numbers stay text here, to the fifteen digits that Excel itself keeps. And a sheet is read piece by piece
//! within stated limits, whatever a damaged file says of its own size.

mod formats;
mod number;
mod sheet;
mod strings;
mod xml;

use std::rc::Rc;
use std::sync::Arc;

use super::directory::{Directory, Trouble};
use super::notices::{EmptySheets, EmptyWorkbook, HiddenSheets};
use super::tell;
use crate::notice::{Notice, Place, Told};
use formats::Formats;
pub(super) use sheet::Rows;
use strings::Strings;
use xml::Xml;

pub(super) struct Workbook {
    directory: Directory,
    strings: Rc<Strings>,
    formats: Rc<Formats>,
    sheets: Vec<Sheet>,
}

struct Sheet {
    name: String,
    path: String,
    hidden: bool,
    /// The size of its XML.
    size: u64,
    rows: Option<u64>,
}

impl Workbook {
    pub(super) fn open(file: &Arc<str>, directory: Directory) -> Result<(Self, Vec<Notice>), Vec<Notice>> {
        let place = || Place::file(Arc::clone(file));
        let told = |name: &str| {
            let name = name.to_owned();
            move |trouble: Trouble| vec![tell(trouble, file, &name)]
        };
        let (sheets, epoch) = read_sheets(&directory).map_err(told("xl/workbook.xml"))?;
        let strings = Strings::read(&directory).map_err(told("xl/sharedStrings.xml"))?;
        let formats = Formats::read(&directory, epoch).map_err(told("xl/styles.xml"))?;
        let mut workbook = Self { directory, strings: Rc::new(strings), formats: Rc::new(formats), sheets: Vec::new() };
        let mut notices = Vec::new();
        let (mut hidden, mut empty) = (Vec::new(), Vec::new());
        for mut sheet in sheets {
            // Whether it has anything in it is told by its first filled cell. One that is broken is offered all the same:
            // what is wrong with it is told when it is read.
            let found = workbook.look(&mut sheet).unwrap_or(true);
            match (found, sheet.hidden) {
                (true, false) => workbook.sheets.push(sheet),
                (true, true) => hidden.push(sheet.name),
                (false, false) => empty.push(sheet.name),
                (false, true) => {}
            }
        }
        if !hidden.is_empty() {
            notices.push(HiddenSheets { sheets: hidden }.at(place()));
        }
        if workbook.sheets.is_empty() {
            notices.push(EmptyWorkbook {}.at(place()));
            return Err(notices);
        }
        if !empty.is_empty() {
            notices.push(EmptySheets { sheets: empty }.at(place()));
        }
        Ok((workbook, notices))
    }

    fn look(&self, sheet: &mut Sheet) -> Result<bool, Trouble> {
        let entry = self.directory.find(&sheet.path).ok_or(Trouble::Damaged)?;
        sheet.size = entry.unpacked;
        let mut rows = self.begin(sheet)?;
        let found = rows.find_first()?;
        sheet.rows = rows.declared_rows();
        Ok(found)
    }

    fn begin(&self, sheet: &Sheet) -> Result<Rows, Trouble> {
        let xml = Xml::open(&self.directory, &sheet.path)?.ok_or(Trouble::Damaged)?;
        Ok(Rows::new(xml, Rc::clone(&self.strings), Rc::clone(&self.formats)))
    }

    /// Each sheet's name, size, and rows where they are known.
    pub(super) fn entries(&self) -> Vec<(String, u64, Option<u64>)> {
        self.sheets.iter().map(|sheet| (sheet.name.clone(), sheet.size, sheet.rows)).collect()
    }

    pub(super) fn rows(&self, sheet: usize) -> Result<Rows, Trouble> {
        self.begin(self.sheets.get(sheet).ok_or(Trouble::Damaged)?)
    }
}

/// The sheets with cells, in the order of their tabs, and from when days are counted.
fn read_sheets(directory: &Directory) -> Result<(Vec<Sheet>, Epoch), Trouble> {
    let mut targets: Vec<(String, String)> = Vec::new();
    let mut relations = Xml::open(directory, "xl/_rels/workbook.xml.rels")?.ok_or(Trouble::Damaged)?;
    while let Some(element) = relations.next_start()? {
        if element.name == *b"Relationship"
            // Charts and dialogs have tabs too.
            && element.attribute("Type").is_some_and(|kind| kind.ends_with("/worksheet"))
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
        {
            let path = match target.strip_prefix('/') {
                Some(path) => path.to_owned(),
                None => format!("xl/{}", target.trim_start_matches("./")),
            };
            targets.push((id, path));
        }
    }
    let mut sheets = Vec::new();
    let mut epoch = Epoch::Of1900;
    let mut workbook = Xml::open(directory, "xl/workbook.xml")?.ok_or(Trouble::Damaged)?;
    while let Some(element) = workbook.next_start()? {
        if element.name == *b"workbookPr" && element.attribute("date1904").is_some_and(|is| is == "1" || is == "true") {
            epoch = Epoch::Of1904;
        }
        if element.name == *b"sheet"
            && let (Some(name), Some(id)) = (element.attribute("name"), element.attribute("id"))
            && let Some((_, path)) = targets.iter().find(|(known, _)| *known == id)
        {
            let hidden = element.attribute("state").is_some_and(|state| state != "visible");
            sheets.push(Sheet { name, path: path.clone(), hidden, size: 0, rows: None });
        }
    }
    Ok((sheets, epoch))
}

/// From when a workbook counts its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Epoch {
    Of1900,
    Of1904,
}

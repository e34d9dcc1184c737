//! A layout made ready for one file: which column becomes what.

use std::sync::Arc;

use super::cell::Codes;
use super::head::find;
use super::slot::Slot;
use crate::notice::{Notice, Place, Told};
use crate::records::element::{DIMENSIONS, ELEMENTS, Element, ElementKind, RACE_FLAGS, StudentTable};
use crate::records::layout::{ColumnReading, GoalColumns, InterimReading, Layout, OnTrackColumn, instead, needed};
use crate::records::notices::MissingColumn;

/// A column whose texts say whether a row is in.
#[derive(Debug)]
pub(super) struct Filter {
    pub(super) column: usize,
    pub(super) codes: Codes,
    /// The texts of rows that are in, in lower case.
    pub(super) is: Vec<String>,
}

/// A goal area that stands beside others in a row.
#[derive(Debug)]
pub(super) struct Goal {
    /// Its name.
    pub(super) name: Slot,
    /// Its score: a column that is read as a number.
    pub(super) score: Slot,
    /// Its level.
    pub(super) level: Option<Slot>,
}

/// What of interim results stands beside the other columns.
#[derive(Debug)]
pub(super) struct Beside {
    /// The goal areas.
    pub(super) goals: Vec<Goal>,
    /// By cycle, in lower case, the column that says whether a student is on track.
    pub(super) on_track: Vec<(String, Slot)>,
}

impl Beside {
    /// All columns.
    pub(super) fn slots(&mut self) -> impl Iterator<Item = &mut Slot> {
        let goals = self
            .goals
            .iter_mut()
            .flat_map(|goal| [Some(&mut goal.name), Some(&mut goal.score), goal.level.as_mut()].into_iter().flatten());
        goals.chain(self.on_track.iter_mut().map(|(_, slot)| slot))
    }

    fn new(interim: &InterimReading, headings: &[String]) -> Self {
        let slot = |element: Element, heading: &String| {
            let reading = ColumnReading { heading: vec![heading.clone()], ..ColumnReading::default() };
            let column = find(headings, &reading.heading)?;
            let heading = headings.get(column).cloned().unwrap_or_default();
            let mut slot = Slot::new(element, column, heading, reading);
            slot.of_interim = true;
            Some(slot)
        };
        let goal = |goal: &GoalColumns| {
            Some(Goal {
                name: slot(Element::Subtest, &goal.name)?,
                score: slot(Element::Score, &goal.score)?,
                level: goal.level.as_ref().and_then(|level| slot(Element::Level, level)),
            })
        };
        let on_track = |column: &OnTrackColumn| {
            Some((column.cycle.trim().to_lowercase(), slot(Element::OnTrackInCycle, &column.heading)?))
        };
        Self {
            goals: interim.goals.iter().filter_map(goal).collect(),
            on_track: interim.on_track.iter().filter_map(on_track).collect(),
        }
    }
}

/// A layout, for the headings of a file.
#[derive(Debug)]
pub(in crate::records) struct Plan {
    pub(in crate::records) layout: Layout,
    pub(super) slots: Vec<Slot>,
    /// What stands in no column, as a cell of its own.
    pub(super) constants: Vec<(Slot, String)>,
    pub(super) filters: Vec<Filter>,
    /// How many columns the header has.
    pub(super) columns: usize,
    /// The dimensions that this file fills, and the places of their elements.
    pub(super) dimensions: Vec<(usize, usize)>,
    /// Whether races stand in columns of their own.
    pub(super) race_flags: bool,
    /// Whether the file says anything of a field; what it has no column for never conflicts.
    pub(in crate::records) says: Says,
    /// Interim results beside the columns, where the layout tells of some.
    pub(super) beside: Option<Box<Beside>>,
}

/// Of which fields of an assessment a file says something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::records) struct Says {
    pub(in crate::records) grade: bool,
    pub(in crate::records) score: bool,
    pub(in crate::records) level: bool,
    pub(in crate::records) growth: bool,
    pub(in crate::records) participation: bool,
    pub(in crate::records) dimensions: [bool; DIMENSIONS.len()],
}

/// The place of an element among all.
pub(super) fn place(element: Element) -> usize {
    ELEMENTS.iter().position(|definition| definition.element == element).unwrap_or(0)
}

impl Plan {
    /// Makes a layout ready.
    pub(super) fn new(layout: &Layout, headings: &[String], file: &Arc<str>) -> Result<Self, Vec<Notice>> {
        let mut notices = Vec::new();
        let mut slots: Vec<Slot> = Vec::new();
        for (element, reading) in &layout.columns.0 {
            let Some(column) = find(headings, &reading.heading) else {
                let indispensable = !reading.optional
                    && needed(layout.table).contains(element)
                    && layout.constant(*element).is_none()
                    && instead(layout.table, *element).is_none_or(|other| layout.column(other).is_none());
                if indispensable {
                    let notice =
                        MissingColumn { element: element.name().to_owned(), headings: reading.heading.clone() };
                    notices.push(notice.at(Place::file(Arc::clone(file))));
                }
                continue;
            };
            let heading = headings.get(column).cloned().unwrap_or_default();
            slots.push(Slot::new(*element, column, heading, reading.clone()));
        }
        let has = |element: Element, slots: &[Slot]| slots.iter().any(|slot| slot.element == element);
        // Where nothing numbers the schools, their names tell them apart.
        if !has(Element::SchoolIdentifier, &slots)
            && let Some(place) = slots.iter().position(|slot| slot.element == Element::SchoolName)
            && let Some(name) = slots.get(place)
        {
            let reading = ColumnReading { digits: None, ..name.reading.clone() };
            let mut slot = Slot::new(Element::SchoolIdentifier, name.column, name.heading.clone(), reading);
            slot.kind = ElementKind::Text;
            slots.push(slot);
        }
        let mut filters = Vec::new();
        for rule in &layout.rows {
            let Some(column) = find(headings, std::slice::from_ref(&rule.heading)) else {
                let notice = MissingColumn { element: "rows".to_owned(), headings: vec![rule.heading.clone()] };
                notices.push(notice.at(Place::file(Arc::clone(file))));
                continue;
            };
            let is = rule.is.iter().map(|text| text.trim().to_lowercase()).collect();
            filters.push(Filter { column, codes: Codes::default(), is });
        }
        if !notices.is_empty() {
            return Err(notices);
        }
        if layout.table != StudentTable::Schools {
            // Text about a school says nothing of a student.
            slots.retain(|slot| slot.kind != ElementKind::Text || slot.element == Element::SchoolIdentifier);
        }
        let of_interim = layout.table == StudentTable::Interim;
        for slot in &mut slots {
            // An interim result may have its year from its day.
            slot.year_needed = needed(layout.table).contains(&Element::SchoolYear) && !of_interim;
            slot.of_interim = of_interim;
        }
        let constants: Vec<(Slot, String)> = layout
            .constants
            .0
            .iter()
            .filter(|(element, _)| !has(*element, &slots))
            .map(|(element, value)| {
                let reading = layout.column(*element).cloned().unwrap_or_default();
                (Slot::new(*element, usize::MAX, String::new(), reading), value.clone())
            })
            .collect();
        let filled =
            |element: Element| has(element, &slots) || constants.iter().any(|(slot, _)| slot.element == element);
        let race_flags = RACE_FLAGS.iter().any(|flag| filled(*flag));
        let mut says = Says {
            grade: filled(Element::Grade),
            score: filled(Element::Score),
            level: filled(Element::Level) || !layout.cuts.is_empty(),
            growth: filled(Element::Growth),
            participation: filled(Element::Participation),
            ..Says::default()
        };
        let mut dimensions = Vec::new();
        for (dimension, element) in DIMENSIONS.iter().enumerate() {
            let said = filled(*element) || (*element == Element::Race && race_flags);
            if said {
                dimensions.push((dimension, place(*element)));
            }
            if let Some(known) = says.dimensions.get_mut(dimension) {
                *known = said;
            }
        }
        Ok(Self {
            layout: layout.clone(),
            slots,
            constants,
            filters,
            columns: headings.len(),
            dimensions,
            race_flags,
            says,
            beside: layout.interim.as_ref().map(|interim| Box::new(Beside::new(interim, headings))),
        })
    }
}

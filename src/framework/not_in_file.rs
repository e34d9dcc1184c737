//! What a framework asks for and no file has.

use super::Framework;
use super::definition::{Definition, Reported};
use super::notices::{
    AmbiguousColumn, ColumnNotInFile, FactsNotInFile, HeadingAlike, MeasureNotInFile, OptionalNotInFile,
    PublishedNotInFile,
};
use super::rating::Reading;
use super::reference::Attribute;
use crate::notice::{Argument, Notice, Place, Told};
use crate::order::{Set, Sorted, distinct};
use crate::tables::{SchoolTable, plain_name};

/// What a rating needed and no file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NotAsked {
    Fact(usize),
    Measure(usize, Attribute),
}

/// Tells of what ratings needed and no file has, once for all schools.
pub(crate) fn tell_not_asked(definition: &Definition, needed: &Sorted<NotAsked, u64>, notices: &mut Vec<Notice>) {
    for (what, schools) in needed.iter() {
        let found = match *what {
            NotAsked::Fact(fact) => {
                definition.facts.at(fact).map(|entry| (entry.name.clone(), entry.value.column.clone(), &entry.pointer))
            }
            NotAsked::Measure(measure, attribute) => definition.measures.at(measure).map(|entry| {
                let reported = entry.value.reported.clone().unwrap_or_default();
                let columns = match (attribute, reported.value.as_slice()) {
                    (Attribute::Value, [_, ..]) => reported.value.clone(),
                    _ => columns_of(&reported, attribute).to_vec(),
                };
                (attribute.of(&entry.name), columns, &entry.pointer)
            }),
        };
        if let Some((measure, columns, pointer)) = found {
            let told = MeasureNotInFile { measure, columns, schools: *schools };
            notices.push(told.at(Place::pointer(pointer)));
        }
    }
}

fn columns_of(reported: &Reported, attribute: Attribute) -> &[String] {
    match attribute {
        Attribute::Value => &reported.column,
        Attribute::Participation => &reported.participation,
        Attribute::N => &reported.n,
        Attribute::ResponseRate => &reported.response_rate,
    }
}

/// Tells of what no file has and no rating waits for. It may be as meant, or a misspelt heading: nothing else would show it.
pub(crate) fn tell_not_in_file(
    framework: &Framework,
    table: &SchoolTable,
    reading: &Reading,
    models: &[usize],
    waited_for: &Sorted<NotAsked, u64>,
    notices: &mut Vec<Notice>,
) {
    let definition = &framework.definition;
    let reached = framework.reached(|model| models.contains(&model));
    let reached: Set<usize> = reached.into_iter().map(|((place, _), ())| (place, ())).collect();
    let is_needed = |name: &str| framework.graph.place(name).is_some_and(|place| reached.contains_key(&place));
    let fields = table.fields().iter();
    let there = distinct(
        fields.flat_map(|field| std::iter::once(&field.name).chain(&field.attribute)).map(|name| plain_name(name)),
    );
    let has = |columns: &[String]| columns.iter().any(|column| there.binary_search(&plain_name(column)).is_ok());
    let observed = &reading.observed;
    let rated = observed.bindings.get(&0);
    // What a file lacks, by how the framework calls it, and the first of its headings.
    let mut lacking: Vec<(String, String)> = Vec::new();

    let mut optional: (Vec<String>, Vec<String>) = Default::default();
    let mut beside: Vec<(Attribute, Vec<String>, Vec<String>)> = Vec::new();
    for (place, entry) in definition.measures.iter().enumerate() {
        let Some(reported) = entry.value.reported.as_ref().filter(|_| is_needed(&entry.name)) else { continue };
        let columns = if reported.value.is_empty() { &reported.column } else { &reported.value };
        let Some(heading) = columns.first() else { continue };
        let bound = |bindings: &Vec<super::observations::Binding>| {
            bindings.get(place).is_some_and(|binding| binding.value.is_some())
        };
        if !observed.bindings.values().any(bound) {
            let ambiguous = |notice: &Notice| {
                notice.code == AmbiguousColumn::CODE.code
                    && notice.arguments.get("measure") == Some(&Argument::Text(entry.name.clone()))
            };
            if !has(columns) {
                lacking.push((entry.name.clone(), heading.clone()));
            }
            if entry.value.optional && !reading.notices.iter().any(ambiguous) {
                optional.0.push(entry.name.clone());
                // The measure, its further column of values, its group and its program.
                let of = [reported.value.first(), reported.group.as_ref(), reported.program.as_ref()];
                let measure = reported.column.first().cloned().unwrap_or_default();
                optional.1.push(of.into_iter().flatten().fold(measure, |heading, of| format!("{heading} · {of}")));
            }
            continue;
        }
        let Some(binding) = rated.and_then(|bindings| bindings.get(place)).filter(|binding| binding.value.is_some())
        else {
            continue;
        };
        for (attribute, field) in [
            (Attribute::N, binding.n),
            (Attribute::Participation, binding.participation),
            (Attribute::ResponseRate, binding.response_rate),
        ] {
            let columns = columns_of(reported, attribute);
            if field.is_some() || columns.is_empty() || waited_for.contains_key(&NotAsked::Measure(place, attribute)) {
                continue;
            }
            match beside.iter_mut().find(|(other, _, of)| *other == attribute && of == columns) {
                Some((_, measures, _)) => measures.push(entry.name.clone()),
                None => {
                    if let Some(heading) = columns.first().filter(|_| !has(columns)) {
                        lacking.push((attribute.of(&entry.name), heading.clone()));
                    }
                    beside.push((attribute, vec![entry.name.clone()], columns.to_vec()));
                }
            }
        }
    }
    let mut facts: (Vec<String>, Vec<String>) = Default::default();
    for (place, entry) in definition.facts.iter().enumerate() {
        let chosen = observed.fact_fields.values().any(|fields| fields.get(place).is_some_and(Option::is_some));
        if chosen || has(&entry.value.column) || !is_needed(&entry.name) {
            continue;
        }
        if let Some(heading) = entry.value.column.first() {
            lacking.push((entry.name.clone(), heading.clone()));
            if !waited_for.contains_key(&NotAsked::Fact(place)) {
                facts.0.push(entry.name.clone());
                facts.1.push(heading.clone());
            }
        }
    }
    let mut published: Vec<String> = Vec::new();
    for entry in &definition.published {
        let columns: Vec<&String> = entry.column.iter().chain(&entry.attribute).collect();
        let of_model = entry.model.as_ref().and_then(|model| definition.models.place(model));
        if let Some(heading) = columns.first()
            && of_model.is_none_or(|model| models.contains(&model))
            && !columns.iter().any(|column| there.binary_search(&plain_name(column)).is_ok())
            && !published.contains(heading)
        {
            published.push((*heading).clone());
        }
    }

    let unread = framework.unread_columns(table, reading);
    for (measure, column) in lacking {
        if let Some(suggestion) = unread.iter().find(|heading| alike(heading, &column)) {
            let told = HeadingAlike { measure, column, suggestion: suggestion.clone() };
            notices.push(told.at(Place::default()));
        }
    }
    for (attribute, measures, columns) in beside {
        let attribute = attribute.of("").trim_start_matches('#').to_owned();
        notices.push(ColumnNotInFile { attribute, measures, columns }.at(Place::default()));
    }
    if !optional.0.is_empty() {
        notices.push(OptionalNotInFile { measures: optional.0, columns: optional.1 }.at(Place::default()));
    }
    if !facts.0.is_empty() {
        notices.push(FactsNotInFile { facts: facts.0, columns: facts.1 }.at(Place::default()));
    }
    if !published.is_empty() {
        notices.push(PublishedNotInFile { columns: published }.at(Place::default()));
    }
}

/// Whether one heading may be a misspelling of the other: few letters differ, and no digit, since `grade 3` is not `grade 4`.
fn alike(heading: &str, wanted: &str) -> bool {
    let (heading, wanted) = (plain_name(heading), plain_name(wanted));
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let length = wanted.chars().count();
    length >= 4 && digits(&heading) == digits(&wanted) && strsim::osa_distance(&heading, &wanted) <= 1 + length / 8
}

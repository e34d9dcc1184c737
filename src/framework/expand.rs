//! Writes out what a definition says once for many: `growth.{subject}.{group}` for every item of two lists.
//!
//! A placeholder in a key, or in a text that is an element of a list, repeats the entry or the element for each item. An
//! object in a list repeats where it says `"for": "subject"`. Inside, the placeholders are replaced: `{subject}` by the
//! item's `id`, `{subject.label}` by its other properties.

use super::notices::{NothingToRepeat, TooLarge, UnknownList, UnknownProperty};
use crate::letters::around;
use crate::notice::{Notice, Place, Told, nearest};
use crate::order::{self, Set, Sorted};
use crate::policy::json::{Json, child, item};

/// The most values that a written-out document may have.
const LIMIT: u64 = 200_000;

/// A written-out document, and where each moved part was written.
pub(crate) struct Expanded {
    pub json: Json,
    places: Vec<(String, String)>,
}

impl Expanded {
    /// Where something was written that stands at this pointer of the written-out document.
    pub fn written(&self, pointer: &str) -> String {
        let at = self.places.partition_point(|(expanded, _)| expanded.as_str() <= pointer);
        // The longest prefix is the last one in order that still is a prefix.
        let known = self.places.get(..at).unwrap_or_default().iter().rev().find(|(expanded, _)| {
            pointer.strip_prefix(expanded.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        match known {
            Some((expanded, written)) => match pointer.strip_prefix(expanded.as_str()) {
                Some(rest) => format!("{written}{rest}"),
                None => written.clone(),
            },
            None => pointer.to_owned(),
        }
    }
}

/// An item of a list.
#[derive(Debug, Clone)]
struct Item {
    properties: Sorted<String, String>,
}

type Lists = Sorted<String, Vec<Item>>;
type Bound<'a> = Vec<(&'a str, &'a Item)>;

/// Writes a document out. The section `lists` is taken away.
pub(crate) fn expand(json: &Json, notices: &mut Vec<Notice>) -> Expanded {
    let lists = read_lists(json, notices);
    let mut expander = Expander { lists: &lists, notices, places: Vec::new(), size: 0, told: false, unnamed: false };
    let mut entries = Vec::new();
    for (key, value) in json.as_object().unwrap_or_default() {
        if key != "lists" {
            let pointer = child("", key);
            entries.push((key.clone(), expander.value(value, &Vec::new(), &pointer, &pointer)));
        }
    }
    let mut places = expander.places;
    order::sort(&mut places);
    Expanded { json: Json::Object(entries), places }
}

fn read_lists(json: &Json, notices: &mut Vec<Notice>) -> Lists {
    let mut lists = Lists::default();
    let Some(section) = json.get("lists") else { return lists };
    let written: Option<Sorted<String, Json>> = crate::policy::read::decode(section, "/lists", notices);
    for (name, list) in written.unwrap_or_default() {
        let pointer = child("/lists", &name);
        let mut items = Vec::new();
        for (place, value) in list.as_list().unwrap_or_default().iter().enumerate() {
            let mut properties = Sorted::default();
            match value {
                Json::Text(id) => {
                    properties.insert("id".to_owned(), id.clone());
                }
                Json::Integer(id) => {
                    properties.insert("id".to_owned(), id.to_string());
                }
                _ => {
                    properties = properties_of(value, &item(&pointer, place), notices);
                    if !properties.contains_key("id") {
                        let told = crate::policy::notices::MissingField { field: "id".to_owned() };
                        notices.push(told.at(Place::pointer(item(&pointer, place))));
                    }
                }
            }
            items.push(Item { properties });
        }
        if items.is_empty() {
            notices.push(crate::policy::notices::Empty {}.at(Place::pointer(pointer)));
        }
        lists.insert(name, items);
    }
    lists
}

/// The properties of an item: texts or whole numbers.
fn properties_of(value: &Json, pointer: &str, notices: &mut Vec<Notice>) -> Sorted<String, String> {
    let read: Option<Sorted<String, Json>> = crate::policy::read::decode(value, pointer, notices);
    let mut properties = Sorted::default();
    for (name, value) in read.unwrap_or_default() {
        let text = match &value {
            Json::Integer(number) => Some(number.to_string()),
            other => crate::policy::read::decode::<String>(other, &child(pointer, &name), notices),
        };
        if let Some(text) = text {
            properties.insert(name, text);
        }
    }
    properties
}

struct Expander<'a> {
    lists: &'a Lists,
    notices: &'a mut Vec<Notice>,
    places: Vec<(String, String)>,
    size: u64,
    told: bool,
    /// Whether this is inside an entry whose own placeholder names nothing: what it would have bound isn't known.
    unnamed: bool,
}

impl<'a> Expander<'a> {
    /// Whether so many more values are too many.
    fn is_full(&mut self, more: u64, written: &str) -> bool {
        let full = self.size.saturating_add(more) > LIMIT;
        if full && !self.told {
            self.told = true;
            self.notices.push(TooLarge { limit: LIMIT }.at(Place::pointer(written)));
        }
        full
    }

    fn value(&mut self, json: &Json, bound: &Bound<'a>, written: &str, expanded: &str) -> Json {
        if self.is_full(1, written) {
            return Json::Null;
        }
        self.size += 1;
        match json {
            Json::Text(text) => {
                for name in self.loose(text, bound).into_iter().filter(|_| !self.unnamed) {
                    self.notices.push(NothingToRepeat { name }.at(Place::pointer(written)));
                }
                Json::Text(self.fill(text, bound, written))
            }
            Json::List(values) => {
                let mut list = Vec::new();
                for (place, value) in values.iter().enumerate() {
                    let at = item(written, place);
                    let loops = match value {
                        Json::Text(text) => self.loose(text, bound),
                        Json::Object(_) => self.declared(value, bound, &at),
                        _ => Vec::new(),
                    };
                    let stripped = without_for(value);
                    for bound in self.rounds(&loops, bound, &at) {
                        let to = item(expanded, list.len());
                        self.places.push((to.clone(), at.clone()));
                        list.push(self.value(&stripped, &bound, &at, &to));
                    }
                }
                Json::List(list)
            }
            Json::Object(entries) => {
                let mut object: Vec<(String, Json)> = Vec::new();
                let mut names: Set<String> = Set::new();
                for (key, value) in entries {
                    let at = child(written, key);
                    let loops = self.loose(key, bound);
                    for bound in self.rounds(&loops, bound, &at) {
                        let name = self.fill(key, &bound, &at);
                        let to = child(expanded, &name);
                        if to != at {
                            self.places.push((to.clone(), at.clone()));
                        }
                        if !names.add(name.clone()) {
                            // Two items that lack the same property would have one name: that they lack it is told.
                            if has_placeholder(&name) {
                                continue;
                            }
                            let told = crate::policy::notices::DuplicateKey { key: name };
                            self.notices.push(told.at(Place::pointer(&at)));
                            continue;
                        }
                        let outside = self.unnamed;
                        self.unnamed |= has_placeholder(&name);
                        let value = self.value(value, &bound, &at, &to);
                        self.unnamed = outside;
                        object.push((name, value));
                    }
                }
                Json::Object(object)
            }
            other => other.clone(),
        }
    }

    /// The lists that an object in a list says it repeats for.
    fn declared(&mut self, json: &Json, bound: &Bound<'a>, pointer: &str) -> Vec<String> {
        let names: Vec<String> = match json.get("for") {
            Some(Json::Text(name)) => vec![name.clone()],
            Some(Json::List(names)) => names.iter().filter_map(Json::as_text).map(str::to_owned).collect(),
            _ => return Vec::new(),
        };
        let mut known = Vec::new();
        for name in names {
            if self.lists.contains_key(&name) {
                if !bound.iter().any(|(taken, _)| *taken == name) {
                    known.push(name);
                }
            } else {
                let suggestion = nearest(&name, self.lists.keys().map(String::as_str));
                self.notices.push(UnknownList { name, suggestion }.at(Place::pointer(child(pointer, "for"))));
            }
        }
        known
    }

    /// The lists that a text's placeholders name and that aren't bound yet, each once.
    fn loose(&self, text: &str, bound: &Bound<'a>) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for (name, _) in placeholders(text) {
            let is_bound = bound.iter().any(|(taken, _)| *taken == name);
            if !is_bound && self.lists.contains_key(name) && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// Every combination of the lists' items, the first list outermost.
    fn rounds(&mut self, loops: &[String], bound: &Bound<'a>, written: &str) -> Vec<Bound<'a>> {
        let lengths = loops.iter().filter_map(|name| self.lists.get(name)).map(Vec::len);
        let all = lengths.fold(1_u64, |all, items| all.saturating_mul(u64::try_from(items).unwrap_or(u64::MAX)));
        if all > 1 && self.is_full(all, written) {
            return Vec::new();
        }
        let mut rounds = vec![bound.clone()];
        for name in loops {
            let Some((name, items)) = self.lists.iter().find(|(known, _)| *known == name) else { continue };
            rounds = rounds
                .into_iter()
                .flat_map(|round| {
                    items.iter().map(move |item| {
                        let mut longer = round.clone();
                        longer.push((name.as_str(), item));
                        longer
                    })
                })
                .collect();
        }
        rounds
    }

    fn fill(&mut self, text: &str, bound: &Bound<'a>, pointer: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        for (name, property) in placeholders(text) {
            let whole = match property {
                Some(property) => format!("{{{name}.{property}}}"),
                None => format!("{{{name}}}"),
            };
            let Some((before, after)) = around(rest, &whole) else { continue };
            filled.push_str(before);
            rest = after;
            let Some((_, item)) = bound.iter().find(|(taken, _)| *taken == name) else {
                if !self.lists.contains_key(name) {
                    let suggestion = nearest(name, self.lists.keys().map(String::as_str));
                    let told = UnknownList { name: name.to_owned(), suggestion };
                    self.notices.push(told.at(Place::pointer(pointer)));
                }
                filled.push_str(&whole);
                continue;
            };
            match item.properties.get(property.unwrap_or("id")) {
                Some(value) => filled.push_str(value),
                None => {
                    let id = item.properties.get("id").cloned().unwrap_or_default();
                    let told = UnknownProperty { item: id, property: property.unwrap_or("id").to_owned() };
                    self.notices.push(told.at(Place::pointer(pointer)));
                    filled.push_str(&whole);
                }
            }
        }
        filled.push_str(rest);
        filled
    }
}

fn without_for(json: &Json) -> Json {
    match json {
        Json::Object(entries) => Json::Object(entries.iter().filter(|(key, _)| key != "for").cloned().collect()),
        other => other.clone(),
    }
}

/// Whether a written-out text still holds a placeholder, of which it was told already why it couldn't be filled.
pub(crate) fn has_placeholder(text: &str) -> bool {
    !placeholders(text).is_empty()
}

/// Whether a name may be what a name with an unfilled placeholder was meant to become.
pub(crate) fn may_become(written: &str, name: &str) -> bool {
    let (Some((before, _)), Some((_, after))) = (written.split_once('{'), written.rsplit_once('}')) else {
        return false;
    };
    name.len() >= before.len() + after.len() && name.starts_with(before) && name.ends_with(after)
}

/// The placeholders of a text, in order: `{name}` and `{name.property}` of letters, digits and hyphens.
fn placeholders(text: &str) -> Vec<(&str, Option<&str>)> {
    let plain = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    text.split('{')
        .skip(1)
        .filter_map(|piece| {
            let (inner, _) = piece.split_once('}')?;
            match inner.split_once('.') {
                Some((name, property)) => (plain(name) && plain(property)).then_some((name, Some(property))),
                None => plain(inner).then_some((inner, None)),
            }
        })
        .collect()
}

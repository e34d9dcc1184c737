//! Named things in the order in which their author wrote them.

use serde::{Serialize, Serializer};

use crate::order::Sorted;
use crate::policy::json::Json;
use crate::policy::read::{Read, Reader};

/// A map that keeps its author's order, and knows where in the document each entry was written.
#[derive(Debug, Clone)]
pub struct Entries<T> {
    list: Vec<Entry<T>>,
    places: Sorted<String, usize>,
}

/// A named thing.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    /// Its name.
    pub name: String,
    /// Where it is written (JSON pointer), if it stands in a section of its own.
    pub pointer: String,
    /// The thing.
    pub value: T,
}

/// The name of an entry as its author wrote it, and the entry's place once loading has found it: what every school asks
/// for isn't looked up by its name each time.
#[derive(Debug, Clone)]
pub struct Name {
    text: String,
    place: Option<usize>,
}

impl Name {
    /// As it is written.
    pub fn text(&self) -> &str {
        &self.text
    }
    /// Finds its place. A name that no entry has keeps none.
    pub(crate) fn resolve<T>(&mut self, entries: &Entries<T>) {
        self.place = entries.place(&self.text);
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl Read for Name {
    fn blank() -> Self {
        Self { text: String::new(), place: None }
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        self.text.read(json, reader);
    }
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self { list: Vec::new(), places: Sorted::new() }
    }
}

impl<T> Entries<T> {
    /// Adds an entry; false when the name is taken.
    pub fn insert(&mut self, name: String, pointer: String, value: T) -> bool {
        if self.places.contains_key(&name) {
            return false;
        }
        self.places.insert(name.clone(), self.list.len());
        self.list.push(Entry { name, pointer, value });
        true
    }
    /// The thing of this name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.at(self.place(name)?).map(|entry| &entry.value)
    }
    /// The thing that a name means.
    pub fn named(&self, name: &Name) -> Option<&T> {
        self.at(name.place?).map(|entry| &entry.value)
    }
    /// The place of this name.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }
    /// The entry at a place.
    pub fn at(&self, place: usize) -> Option<&Entry<T>> {
        self.list.get(place)
    }
    /// The entries, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Entry<T>> {
        self.list.iter()
    }
    /// The entries, to be changed. Names and order stay.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Entry<T>> {
        self.list.iter_mut()
    }
    /// The names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|entry| entry.name.as_str())
    }
    /// How many.
    pub fn len(&self) -> usize {
        self.list.len()
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl<'a, T> IntoIterator for &'a Entries<T> {
    type Item = &'a Entry<T>;
    type IntoIter = std::slice::Iter<'a, Entry<T>>;
    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl<T: Serialize> Serialize for Entries<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.list.iter().map(|entry| (&entry.name, &entry.value)))
    }
}

impl<T: Read> Read for Entries<T> {
    fn blank() -> Self {
        Self::default()
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        for (name, json) in reader.object(json).unwrap_or_default() {
            let mut value = T::blank();
            reader.key(name, json, &mut value);
            self.insert(name.clone(), String::new(), value);
        }
    }
}

#[cfg(test)]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Entries<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Map_of_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let value = generator.subschema_for::<T>();
        schemars::json_schema!({ "type": "object", "additionalProperties": value })
    }
}

// In TypeScript it is an object.
#[cfg(target_arch = "wasm32")]
mod typescript {
    use wasm_bindgen::prelude::wasm_bindgen;
    #[wasm_bindgen(typescript_custom_section)]
    const ENTRIES: &str = "/** Named things, in their author's order. */\nexport type Entries<T> = Record<string, T>;\n/** An exact number: a decimal or a fraction. */\nexport type Exact = string;\n/** A number, or the name of a fact, a measure or a node. */\nexport type Operand = string;";
}

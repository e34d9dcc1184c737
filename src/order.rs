//! Sorting, and small sorted maps, by little code: every `sort` and every `BTreeMap` of the standard library brings some
//! kilobytes of WebAssembly for its own types. Here all types share one sort, and a map is one sorted list.

use std::borrow::Borrow;
use std::cmp::Ordering;

use serde::{Serialize, Serializer};

/// Sorts values. Equal ones keep their order.
pub fn sort_by<T>(values: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = sorted_places(values.len(), &|a, b| match (values.get(a), values.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    for (a, b) in swaps(&places) {
        values.swap(a, b);
    }
}

/// Sorts values by their own order.
pub fn sort<T: Ord>(values: &mut [T]) {
    sort_by(values, T::cmp);
}

/// The values in order, each once.
pub fn distinct<T: Ord>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut list: Vec<T> = values.into_iter().collect();
    sort(&mut list);
    list.dedup();
    list
}

/// The places from 0 to `count` in the order of what stands there: a merge sort. None where all is in order already.
fn sorted_places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    if (1..count).all(|place| compare(place, place - 1).is_ge()) {
        return Vec::new();
    }
    let mut sorted: Vec<usize> = (0..count).collect();
    let mut longer = Vec::with_capacity(count);
    let mut width = 1;
    while width < count {
        for run in sorted.chunks(2 * width) {
            let (mut left, mut right) = run.split_at_checked(width).unwrap_or((run, &[]));
            while let (Some((a, after_a)), Some((b, after_b))) = (left.split_first(), right.split_first()) {
                if compare(*b, *a).is_lt() {
                    longer.push(*b);
                    right = after_b;
                } else {
                    longer.push(*a);
                    left = after_a;
                }
            }
            longer.extend_from_slice(left);
            longer.extend_from_slice(right);
        }
        std::mem::swap(&mut sorted, &mut longer);
        longer.clear();
        width *= 2;
    }
    sorted
}

/// The swaps that bring what stands at these places into their order.
fn swaps(places: &[usize]) -> Vec<(usize, usize)> {
    let mut swaps = Vec::with_capacity(places.len());
    // Where each value stands by now, and which value stands in each place.
    let mut place_of: Vec<usize> = (0..places.len()).collect();
    let mut value_at = place_of.clone();
    for (to, value) in places.iter().enumerate() {
        let from = place_of.get(*value).copied().unwrap_or(to);
        let moved = value_at.get(to).copied().unwrap_or(to);
        if from != to {
            swaps.push((to, from));
            for (places, at, now) in [(&mut value_at, from, moved), (&mut place_of, moved, from)] {
                if let Some(place) = places.get_mut(at) {
                    *place = now;
                }
            }
        }
    }
    swaps
}

/// A small set: a map whose keys have no values.
pub type Set<K> = Sorted<K, ()>;

/// A small map, sorted by its keys.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sorted<K, V>(Vec<(K, V)>);

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Sorted<K, V> {
    /// An empty map.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Where the key stands, or would stand.
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(known, _)| known.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.0.get(self.place(key).ok()?).map(|(_, value)| value)
    }

    /// Whether the key is there.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// Sets the value of a key.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => {
                if let Some((_, known)) = self.0.get_mut(place) {
                    *known = value;
                }
            }
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// Adds a key that may be there already; whether it is new.
    pub fn add(&mut self, key: K) -> bool
    where
        V: Default,
    {
        let place = self.place(&key);
        if let Err(place) = place {
            self.0.insert(place, (key, V::default()));
        }
        place.is_err()
    }

    /// Changes the value of a key. It starts as the type's default.
    pub fn change(&mut self, key: K, change: impl FnOnce(&mut V))
    where
        V: Default,
    {
        let place = self.place(&key).unwrap_or_else(|place| {
            self.0.insert(place, (key, V::default()));
            place
        });
        if let Some((_, value)) = self.0.get_mut(place) {
            change(value);
        }
    }

    /// Leaves out the entries whose keys don't hold.
    pub fn retain(&mut self, holds: impl Fn(&K) -> bool) {
        self.0.retain(|(key, _)| holds(key));
    }

    /// The entries, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + Clone {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.0.iter().map(|(_, value)| value)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> IntoIterator for Sorted<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Of a key that stands twice, the last value stays.
impl<K: Ord, V> FromIterator<(K, V)> for Sorted<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        for (key, value) in entries {
            map.insert(key, value);
        }
        map
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Sorted<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Sorted<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

// In TypeScript it is an object.
#[cfg(target_arch = "wasm32")]
mod typescript {
    use wasm_bindgen::prelude::wasm_bindgen;
    #[wasm_bindgen(typescript_custom_section)]
    const SORTED: &str =
        "/** A small map, in the order of its keys. */\nexport type Sorted<K extends string, V> = Record<K, V>;";
}

#[cfg(test)]
impl<K: schemars::JsonSchema, V: schemars::JsonSchema> schemars::JsonSchema for Sorted<K, V> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        <std::collections::BTreeMap<K, V>>::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <std::collections::BTreeMap<K, V>>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_a_stable_sort(values in prop::collection::vec((0_u8..20, any::<u8>()), 0..200)) {
            let mut ours = values.clone();
            sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
            let mut theirs = values;
            theirs.sort_by_key(|value| value.0);
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn distinct_values_are_those_of_a_set(values in prop::collection::vec(any::<i8>(), 0..200)) {
            let set: BTreeSet<i8> = values.iter().copied().collect();
            prop_assert_eq!(distinct(values), set.into_iter().collect::<Vec<_>>());
        }

        #[test]
        fn a_map_is_that_of_the_standard_library(entries in prop::collection::vec((any::<u8>(), any::<i8>()), 0..200)) {
            let map: Sorted<u8, i8> = entries.iter().copied().collect();
            let known: BTreeMap<u8, i8> = entries.iter().copied().collect();
            prop_assert!(map.iter().eq(known.iter()));
            prop_assert!(map.keys().eq(known.keys()) && map.values().eq(known.values()));
            prop_assert_eq!((map.len(), map.is_empty()), (known.len(), known.is_empty()));
            for key in 0..=u8::MAX {
                prop_assert_eq!((map.get(&key), map.contains_key(&key)), (known.get(&key), known.contains_key(&key)));
            }
            prop_assert_eq!(serde_json::to_string(&map).ok(), serde_json::to_string(&known).ok());
            prop_assert!(map.into_iter().eq(known));
        }

        #[test]
        fn values_are_counted_under_their_keys(keys in prop::collection::vec(0_u8..20, 0..200)) {
            let (mut ours, mut theirs) = (Sorted::new(), BTreeMap::new());
            for key in keys {
                ours.change(key, |count| *count += 1);
                *theirs.entry(key).or_insert(0) += 1;
            }
            prop_assert!(ours.into_iter().eq(theirs));
        }
    }
}

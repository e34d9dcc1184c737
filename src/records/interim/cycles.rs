//! In which order the cycles of a year stand. It is never the order of the rows.

use serde::Serialize;

use crate::order;

/// By what the cycles stand in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum CycleOrder {
    /// There is but one.
    Single,
    /// By day: the day in the middle of all results of a cycle, so that a late test or a mistyped day moves nothing.
    Day,
    /// By the number that the file gives each cycle.
    Number,
    /// As the layout of the file says.
    Layout,
    /// By the number in their names, which are the same but for it.
    Name,
    /// Nothing tells it. Then there is no last cycle, and no growth.
    Unknown,
}

/// What is known of a cycle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cycle {
    pub(super) name: String,
    /// The days of its results, as `20240916`.
    pub(super) days: Vec<u32>,
    /// The numbers that results give it, each once.
    pub(super) numbers: Vec<u8>,
}

impl Cycle {
    /// The day in the middle; of two the earlier.
    pub(super) fn day(&self) -> Option<u32> {
        let mut days = self.days.clone();
        order::sort(&mut days);
        days.get(days.len().checked_sub(1)? / 2).copied()
    }
}

/// Puts cycles in order, and says by what. `orders` are those of the layouts.
pub(super) fn in_order(mut cycles: Vec<Cycle>, orders: &[&[String]]) -> (Vec<Cycle>, CycleOrder) {
    order::sort_by(&mut cycles, |a, b| a.name.cmp(&b.name));
    if cycles.len() < 2 {
        return (cycles, CycleOrder::Single);
    }
    let by = |places: Option<Vec<u64>>| places.filter(|places| order::distinct(places.iter()).len() == places.len());
    let days = cycles.iter().map(|cycle| cycle.day().map(u64::from)).collect();
    let numbers = cycles.iter().map(|cycle| match cycle.numbers.as_slice() {
        [number] => Some(u64::from(*number)),
        _ => None,
    });
    let found = [
        (CycleOrder::Day, by(days)),
        (CycleOrder::Number, by(numbers.collect())),
        (CycleOrder::Layout, by(by_layout(&cycles, orders))),
        (CycleOrder::Name, by(by_name(&cycles))),
    ];
    for (how, places) in found {
        if let Some(places) = places {
            let mut placed: Vec<(u64, Cycle)> = places.into_iter().zip(cycles).collect();
            order::sort_by(&mut placed, |a, b| a.0.cmp(&b.0));
            return (placed.into_iter().map(|(_, cycle)| cycle).collect(), how);
        }
    }
    (cycles, CycleOrder::Unknown)
}

/// The places of the cycles by the layouts' orders that have them all. None where two layouts differ.
fn by_layout(cycles: &[Cycle], orders: &[&[String]]) -> Option<Vec<u64>> {
    let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
    let places = |order: &&[String]| -> Option<Vec<u64>> {
        let place = |cycle: &Cycle| order.iter().position(|name| same(name, &cycle.name));
        cycles.iter().map(|cycle| u64::try_from(place(cycle)?).ok()).collect()
    };
    let mut found = orders.iter().filter_map(places);
    let first = found.next()?;
    let ranks = |places: &[u64]| -> Vec<usize> {
        places.iter().map(|place| places.iter().filter(|other| *other < place).count()).collect()
    };
    found.all(|other| ranks(&other) == ranks(&first)).then_some(first)
}

/// The numbers in the names, where the names are the same but for one whole number each.
fn by_name(cycles: &[Cycle]) -> Option<Vec<u64>> {
    let mut around: Option<(&str, &str)> = None;
    let mut numbers = Vec::with_capacity(cycles.len());
    for cycle in cycles {
        let name = cycle.name.as_str();
        let start = name.find(|character: char| character.is_ascii_digit())?;
        let digits = name.get(start..)?.bytes().take_while(u8::is_ascii_digit).count();
        let rest = (name.get(..start)?, name.get(start + digits..)?);
        if rest.1.bytes().any(|byte| byte.is_ascii_digit()) || around.is_some_and(|around| around != rest) {
            return None;
        }
        around = Some(rest);
        numbers.push(name.get(start..start + digits)?.parse().ok()?);
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cycle(name: &str, days: &[u32], numbers: &[u8]) -> Cycle {
        Cycle { name: name.to_owned(), days: days.to_vec(), numbers: numbers.to_vec() }
    }

    fn ordered(cycles: &[Cycle], orders: &[&[String]]) -> (Vec<String>, CycleOrder) {
        let (cycles, how) = in_order(cycles.to_vec(), orders);
        (cycles.into_iter().map(|cycle| cycle.name).collect(), how)
    }

    #[test]
    fn days_come_first_then_numbers_then_the_layout_then_names() {
        let terms = ["Fall", "Winter", "Spring"].map(str::to_owned);
        let other = ["Spring", "Fall", "Winter"].map(str::to_owned);
        // A day that was mistyped by a year moves nothing.
        let dated = [
            cycle("Spring", &[20_140_301, 20_130_302, 20_140_302], &[1]),
            cycle("Fall", &[20_130_901, 20_130_902], &[2]),
        ];
        assert_eq!(ordered(&dated, &[]), (vec!["Fall".to_owned(), "Spring".to_owned()], CycleOrder::Day));
        let numbered = [cycle("Spring", &[], &[1]), cycle("Fall", &[20_130_901], &[2])];
        assert_eq!(ordered(&numbered, &[&terms]).1, CycleOrder::Number);
        assert_eq!(ordered(&numbered, &[&terms]).0, ["Spring", "Fall"]);
        let named = [cycle("winter ", &[], &[]), cycle("Fall", &[], &[]), cycle("Spring", &[], &[1, 2])];
        assert_eq!(ordered(&named, &[&terms]).0, ["Fall", "winter ", "Spring"]);
        assert_eq!(ordered(&named, &[&terms]).1, CycleOrder::Layout);
        // Two layouts that differ settle nothing.
        assert_eq!(ordered(&named, &[&terms, &other]).1, CycleOrder::Unknown);
        let counted = [cycle("Cycle 10", &[], &[]), cycle("Cycle 9", &[], &[])];
        assert_eq!(ordered(&counted, &[]), (vec!["Cycle 9".to_owned(), "Cycle 10".to_owned()], CycleOrder::Name));
        for names in [["Cycle 1", "Window 2"], ["Cycle 1", "Cycle 01"], ["1 of 3", "2 of 3"], ["Autumn", "Spring"]] {
            assert_eq!(ordered(&names.map(|name| cycle(name, &[], &[])), &[]).1, CycleOrder::Unknown, "{names:?}");
        }
        assert_eq!(ordered(&numbered[..1], &[]).1, CycleOrder::Single);
    }
}

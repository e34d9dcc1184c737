//! What a person asks of the last rating: what if, since when, compared with what.

use super::notices::{ImpossibleValue, NothingToRate};
use super::{Answer, Workbench, unknown_policy, years};
use crate::framework::movement::{Applied, Movement, movements};
use crate::framework::observations::Choices;
use crate::framework::rating::{Choosing, Reading};
use crate::framework::survey::{Grouping, Numbers};
use crate::framework::trend::Trend;
use crate::framework::what_if::WhatIf;
use crate::notice::{Place, Told};

impl Workbench {
    /// What would come out for a school of the last rating with other values of some measures. The rating stays as it is.
    pub fn what_if(&self, school: &str, changes: &Choices) -> Answer<WhatIf> {
        let nothing = || Answer::Failure { notices: vec![NothingToRate {}.at(Place::default())] };
        let Some((rated, framework)) = self.rated() else { return nothing() };
        let Some(index) = rated.table.find_school(school) else { return nothing() };
        match framework.what_if(&rated.table, &rated.reading, index, changes) {
            Ok(Some(value)) => Answer::Success { value, notices: Vec::new() },
            Ok(None) => nothing(),
            Err(refused) => {
                let told = |(measure, text)| ImpossibleValue { measure, text }.at(Place::school(school));
                Answer::Failure { notices: refused.into_iter().map(told).collect() }
            }
        }
    }

    /// The schools of the last rating by that policy and by another one, as of the same year. The notices are those of
    /// reading the files by the other one.
    pub fn compare_ratings(&self, other: &str) -> Answer<Vec<Movement>> {
        let Some((rated, framework)) = self.rated() else {
            return Answer::Failure { notices: vec![NothingToRate {}.at(Place::default())] };
        };
        let Some(after) = self.policy(other) else { return unknown_policy(other) };
        let choosing = Choosing { year: rated.reading.observed.year.clone(), ..Choosing::default() };
        let reading = Reading::with_cells(&after.framework, &rated.table, rated.reading.cells.clone(), &choosing);
        let value = movements(
            &rated.table,
            Applied { framework, reading: &rated.reading },
            Applied { framework: &after.framework, reading: &reading },
        );
        Answer::Success { value, notices: reading.notices }
    }

    /// The schools of the last rating over the years that the files have, each year rated by the same policy.
    pub fn trend(&self) -> Option<Trend> {
        let (rated, framework) = self.rated()?;
        let years = years(&rated.table, rated.reading.cells.as_deref());
        let years: Vec<String> = years.into_iter().map(str::to_owned).collect();
        Some(framework.trend(&rated.table, &years, &rated.choosing, &rated.reading))
    }

    /// The groups that the schools of the last rating fall into.
    pub fn groupings(&self) -> Vec<Grouping> {
        self.rated().map_or_else(Vec::new, |(rated, framework)| framework.groupings(&rated.table, &rated.reading))
    }

    /// A measure or a node of all schools of the last rating, by its name.
    pub fn numbers(&self, name: &str) -> Option<Numbers> {
        let (rated, framework) = self.rated()?;
        framework.numbers(&rated.table, &rated.reading, name)
    }
}

//! Records made row by row, and the plan of the bench.

use evenhand::records::Records;
use evenhand::records::element::Element;
use evenhand::records::plan::{CellPlan, Count, Slice};
use evenhand::records::store::{Assessment, Grade, Participation, Sitting};

use crate::oracle::{DIMENSIONS, split};

pub const LEVEL: &str = "assessmentPerformanceLevelIdentifier";
pub const GROWTH: &str = "studentGrowthPercentile";
pub const SUBJECT: &str = "assessmentAcademicSubject";

/// The dimensions' elements, in the order of the bench.
pub const ELEMENTS: [Element; 7] = [
    Element::Sex,
    Element::Race,
    Element::EconomicDisadvantage,
    Element::EnglishLearner,
    Element::Disability,
    Element::Gifted,
    Element::Migrant,
];

/// Rows of the bench's file as records.
pub fn records(rows: &[String]) -> Records {
    let mut records = Records::new();
    for (row, line) in rows.iter().zip(2_u32..) {
        let fields = split(row);
        let groups: Vec<(Element, &str)> =
            ELEMENTS.iter().zip(DIMENSIONS).map(|(element, (_, place))| (*element, fields[place].as_str())).collect();
        let assessment = Assessment {
            student: records.add_student(fields[0].as_bytes()).unwrap(),
            school: records.add_school(&fields[1]).unwrap(),
            year: fields[3].parse().unwrap(),
            sitting: records.add_sitting(Sitting { subject: fields[4].clone(), ..Sitting::default() }).unwrap(),
            grade: Grade::named(&fields[5]).unwrap(),
            level: records.add_level(&fields[7]).unwrap(),
            growth: fields[8].parse().unwrap_or(0),
            participation: Participation::Tested,
            profile: records.add_profile(&groups).unwrap(),
            score: Some(fields[6].parse::<i32>().unwrap() * 1000),
            line,
        };
        records.add_assessment(&assessment);
    }
    records
}

/// What the bench asks: by subject, all students and each value of each dimension; levels and growth.
pub fn plan() -> CellPlan {
    let values: [&[&str]; 7] = [
        &["F", "M", "X"],
        &["A", "B", "H", "I", "M", "P", "W"],
        &["N", "Y"],
        &["N", "Y"],
        &["N", "Y"],
        &["N", "Y"],
        &["N", "Y"],
    ];
    let mut slices = Vec::new();
    for subject in ["ELA", "MATH"] {
        for (of, count) in [(LEVEL, Count::Words), (GROWTH, Count::Numbers)] {
            let all = Slice::new(of, count).only(SUBJECT, [subject]);
            for (element, values) in ELEMENTS.iter().zip(values) {
                slices.extend(values.iter().map(|value| all.clone().only(element.name(), [*value])));
            }
            slices.push(all);
        }
    }
    CellPlan::new(slices)
}

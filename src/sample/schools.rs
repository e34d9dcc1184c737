//! The schools of Riverbend. None of them exists.

/// A school, and how its students fare.
#[derive(Debug)]
pub(super) struct School {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) governance: &'static str,
    pub(super) model: &'static str,
    pub(super) region: &'static str,
    /// The lowest and the highest grade; 0 is kindergarten.
    pub(super) grades: (u8, u8),
    /// How many students a grade has.
    pub(super) size: u32,
    /// How far its students' growth percentiles lie from 50, in each year.
    pub(super) growth: [i32; 3],
    /// How far its students' scores lie from the district's.
    pub(super) status: i32,
    /// How many of a hundred students are economically disadvantaged, and how many are English learners.
    pub(super) poor: i32,
    pub(super) learners: i32,
    /// How many of a thousand students miss the test.
    pub(super) untested: i32,
    /// The first year in which it is open; 0: all.
    pub(super) opened: u16,
}

const DISTRICT: &str = "district-run";
const CHARTER: &str = "charter";
const INNOVATION: &str = "innovation";

const CLASSIC: &str = "traditional";
const BLENDED: &str = "blended rotation";
const DUAL: &str = "dual language";
const MASTERY: &str = "competency-based";
const PROJECTS: &str = "project-based";
const CAREER: &str = "career and technical";
const ARTS: &str = "arts";

type Line = (
    (&'static str, &'static str, &'static str, &'static str, &'static str),
    ((u8, u8), u32),
    ([i32; 3], i32),
    (i32, i32, i32, u16),
);

/// Identifier, name, governance, model, region; grades and students a grade; growth in three years and status; poor, learners,
/// untested, opened.
const LINES: [Line; 40] = [
    (("1001", "Alder Elementary", DISTRICT, CLASSIC, "North"), ((0, 5), 40), ([14, 16, 17], 35), (28, 8, 10, 0)),
    (("1002", "Birch Academy", CHARTER, BLENDED, "North"), ((0, 5), 32), ([9, 7, 10], 5), (46, 14, 62, 0)),
    (("1003", "Cedar School of Arts", INNOVATION, ARTS, "Center"), ((0, 5), 28), ([-6, -8, -7], 70), (18, 5, 15, 0)),
    (("1004", "Dogwood Elementary", DISTRICT, CLASSIC, "South"), ((0, 5), 30), ([5, 8, 10], -12), (64, 22, 12, 0)),
    (("1005", "Elm Street Elementary", DISTRICT, DUAL, "Center"), ((0, 5), 42), ([17, 18, 20], 10), (52, 38, 14, 0)),
    (("1006", "Fir Charter School", CHARTER, CLASSIC, "South"), ((0, 5), 26), ([-13, -14, -16], -42), (81, 24, 30, 0)),
    (("1007", "Ginkgo Elementary", INNOVATION, MASTERY, "East"), ((0, 5), 34), ([-15, 1, 16], -20), (70, 26, 18, 0)),
    (("1008", "Hazel Elementary", DISTRICT, CLASSIC, "East"), ((0, 5), 36), ([-14, -16, -18], -55), (88, 30, 40, 0)),
    (("1009", "Magnolia Elementary", DISTRICT, CLASSIC, "West"), ((0, 5), 38), ([2, 0, 1], 4), (48, 12, 12, 0)),
    (("1010", "Nutmeg Elementary", DISTRICT, BLENDED, "West"), ((0, 5), 35), ([4, 6, 5], 15), (39, 10, 10, 0)),
    (("1011", "Oak Hill Elementary", DISTRICT, CLASSIC, "North"), ((0, 5), 44), ([6, 5, 7], 42), (21, 6, 10, 0)),
    (
        ("1012", "Pawpaw Charter Elementary", CHARTER, PROJECTS, "East"),
        ((0, 5), 30),
        ([16, 2, -15], -5),
        (61, 18, 16, 0),
    ),
    (("1013", "Quince Elementary", DISTRICT, DUAL, "South"), ((0, 5), 34), ([3, 4, 2], -25), (77, 44, 12, 0)),
    (("1014", "Rowan Elementary", INNOVATION, BLENDED, "West"), ((0, 5), 32), ([7, 9, 11], 0), (50, 15, 12, 0)),
    (("1015", "Sassafras Elementary", DISTRICT, CLASSIC, "Center"), ((0, 5), 36), ([-5, -4, -6], -8), (55, 17, 20, 0)),
    (
        ("1016", "Tupelo Charter Elementary", CHARTER, CLASSIC, "Center"),
        ((0, 5), 30),
        ([12, 13, 11], 8),
        (58, 20, 14, 0),
    ),
    (
        ("1017", "Umbrella Pine Elementary", DISTRICT, CLASSIC, "East"),
        ((0, 5), 33),
        ([-8, -6, -3], -30),
        (74, 28, 18, 0),
    ),
    (("1018", "Viburnum Little School", INNOVATION, PROJECTS, "North"), ((0, 5), 5), ([4, 3, 6], 20), (30, 8, 12, 0)),
    (
        ("1019", "Willow Creek Elementary", DISTRICT, CLASSIC, "South"),
        ((0, 5), 37),
        ([-2, -1, 0], -15),
        (66, 21, 14, 0),
    ),
    (("1020", "Yew Charter Elementary", CHARTER, MASTERY, "South"), ((0, 5), 28), ([0, 0, 9], -10), (69, 25, 16, 2026)),
    (("1031", "Ash Park K-8", DISTRICT, CLASSIC, "East"), ((0, 8), 26), ([1, 2, 4], -10), (62, 18, 16, 0)),
    (("1032", "Beech K-8 Charter", CHARTER, BLENDED, "West"), ((0, 8), 28), ([10, 9, 8], 12), (47, 13, 12, 0)),
    (("1033", "Cypress K-8", INNOVATION, DUAL, "South"), ((0, 8), 24), ([6, 7, 9], -6), (71, 41, 14, 0)),
    (("1034", "Dove Tree K-8", DISTRICT, ARTS, "Center"), ((0, 8), 24), ([-3, -5, -2], 18), (36, 9, 24, 0)),
    (("1051", "Elder Middle School", DISTRICT, CLASSIC, "North"), ((6, 8), 92), ([3, 4, 3], 20), (32, 8, 18, 0)),
    (("1052", "Fig Middle School", DISTRICT, CLASSIC, "South"), ((6, 8), 88), ([-7, -9, -10], -28), (75, 23, 36, 0)),
    (("1053", "Gum Tree Charter Middle", CHARTER, BLENDED, "South"), ((6, 8), 70), ([15, 14, 16], -4), (72, 22, 14, 0)),
    (("1054", "Hickory Middle School", DISTRICT, CLASSIC, "Center"), ((6, 8), 84), ([0, 1, -1], 2), (51, 14, 22, 0)),
    (("1055", "Iris Innovation Middle", INNOVATION, MASTERY, "West"), ((6, 8), 78), ([5, 8, 10], 6), (45, 11, 16, 0)),
    (
        ("1056", "Jacaranda Middle School", DISTRICT, PROJECTS, "East"),
        ((6, 8), 86),
        ([-12, -11, -13], -36),
        (83, 27, 54, 0),
    ),
    (("1057", "Kapok Charter Middle", CHARTER, CLASSIC, "East"), ((6, 8), 60), ([8, -2, -9], -14), (68, 19, 20, 0)),
    (("1101", "Ironwood High School", DISTRICT, CLASSIC, "North"), ((9, 12), 120), ([6, 7, 8], 24), (30, 7, 22, 0)),
    (("1102", "Juniper Charter High", CHARTER, BLENDED, "Center"), ((9, 12), 88), ([16, 17, 15], 16), (49, 12, 16, 0)),
    (
        ("1103", "Katsura Innovation High", INNOVATION, PROJECTS, "West"),
        ((9, 12), 84),
        ([-4, -2, 0], -6),
        (48, 11, 130, 0),
    ),
    (
        ("1104", "Linden High School", DISTRICT, CLASSIC, "East"),
        ((9, 12), 116),
        ([-15, -16, -17], -52),
        (82, 22, 46, 0),
    ),
    (("1105", "Mesquite Career High", INNOVATION, CAREER, "South"), ((9, 12), 90), ([2, 5, 9], -20), (67, 18, 24, 0)),
    (("1106", "Nandina High School", DISTRICT, CLASSIC, "South"), ((9, 12), 110), ([-3, -2, -4], -12), (63, 17, 28, 0)),
    (("1107", "Olive Charter High", CHARTER, MASTERY, "East"), ((9, 12), 64), ([9, 7, 6], -16), (73, 20, 20, 0)),
    (
        ("1108", "Persimmon Night School", DISTRICT, MASTERY, "Center"),
        ((9, 12), 5),
        ([-10, -8, -9], -60),
        (78, 24, 110, 0),
    ),
    (("1121", "Redwood 6-12 Charter", CHARTER, PROJECTS, "West"), ((6, 12), 48), ([11, 12, 13], 10), (44, 10, 16, 0)),
];

pub(super) fn schools() -> Vec<School> {
    LINES
        .iter()
        .map(|&((id, name, governance, model, region), (grades, size), (growth, status), rest)| {
            let (poor, learners, untested, opened) = rest;
            School {
                id,
                name,
                governance,
                model,
                region,
                grades,
                size,
                growth,
                status,
                poor,
                learners,
                untested,
                opened,
            }
        })
        .collect()
}

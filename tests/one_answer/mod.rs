//! Invented schools, rated by Chicago's policy: the same text must come out natively, in Node and in a browser's worker.

#[path = "../joined/mod.rs"]
mod joined;

use evenhand::workbench::Answer;

use joined::Workbench;

const SCHOOLS: &str = "school_id,school_name,model,rating\n\
    900001,Ash Elementary,elementary,Level 1\n\
    900002,Birch Elementary,elementary,Level 2\n\
    900003,Cedar High,high,Inability to Rate\n";

const ELEMENTARY: [(&str, &str, &str); 18] = [
    ("National School Growth Percentile - Reading", "75", "100"),
    ("National School Growth Percentile - Math", "39", "92"),
    ("Percent of Students Meeting/Exceeding National Average Growth Norms", "60", "94"),
    ("African-American Growth Percentile - Reading", "", ""),
    ("Hispanic Growth Percentile - Reading", "70", "100"),
    ("English Learner Growth Percentile - Reading", "", ""),
    ("Diverse Learner Growth Percentile - Reading", "30", "90"),
    ("African-American Growth Percentile - Math", "", ""),
    ("Hispanic Growth Percentile - Math", "50", "100"),
    ("English Learner Growth Percentile - Math", "", ""),
    ("Diverse Learner Growth Percentile - Math", "", ""),
    ("National School Attainment %ile - Reading (Grades 3-8)", "71", "99"),
    ("National School Attainment %ile - Math (Grades 3-8)", "70", "99"),
    ("National School Attainment %ile - Reading (Grade 2)", "", ""),
    ("National School Attainment %ile - Math (Grade 2)", "90", "100"),
    ("Average Daily Attendance Rate (Grades K-8)", "95.7", ""),
    ("My Voice, My School 5 Essentials Survey", "Not Enough Data", ""),
    ("Data Quality Index Score", "99.5", ""),
];

const HIGH: [&str; 20] = [
    "PSAT09 Cohort Growth Percentile",
    "PSAT10 EBRW Annual Growth Percentile",
    "PSAT10 MATH Annual Growth Percentile",
    "SAT11 EBRW Annual Growth Percentile",
    "SAT11 MATH Annual Growth Percentile",
    "SAT11 Cohort Growth Percentile",
    "SAT11 African-American Cohort Growth Percentile",
    "SAT11 Hispanic Cohort Growth Percentile",
    "SAT11 English Learner Cohort Growth Percentile",
    "SAT11 Diverse Learner Cohort Growth Percentile",
    "Percent Meeting College Readiness Benchmarks",
    "Freshmen On-Track Rate",
    "4-Year Cohort Graduation Rate",
    "1-Year Dropout Rate",
    "College Enrollment Rate",
    "College Persistence Rate",
    "% Earning Early College and Career Credentials",
    "Average Daily Attendance Rate",
    "My Voice, My School 5 Essentials Survey",
    "Data Quality Index Score",
];

fn indicators() -> String {
    let mut text = String::from("school_id,indicator,score,participation_rate\n");
    for (indicator, score, participation) in ELEMENTARY {
        text.push_str(&format!("900001,\"{indicator}\",{score},{participation}\n"));
        // The second school lacks growth in math: it can't be rated.
        let score = if indicator.ends_with("Percentile - Math") { "" } else { score };
        text.push_str(&format!("900002,\"{indicator}\",{score},{participation}\n"));
    }
    for indicator in HIGH {
        // The third has neither readiness nor any growth.
        let score = match indicator {
            "1-Year Dropout Rate" => "2",
            "Average Daily Attendance Rate" => "91.8",
            "Data Quality Index Score" => "97",
            _ => "",
        };
        text.push_str(&format!("900003,\"{indicator}\",{score},\n"));
    }
    text
}

/// What comes out: a line a school, from the export that a person would save.
fn answer() -> String {
    let mut workbench = Workbench::new();
    let Answer::Success { value: policy, .. } =
        workbench.open_policy(include_str!("../../www/policies/chicago-sqrp-2019.json"))
    else {
        return "the policy does not open".to_owned();
    };
    for (name, text) in [("schools.csv", SCHOOLS.to_owned()), ("indicators.csv", indicators())] {
        if let Answer::Failure { notices } = workbench.add_file(name, text.into_bytes()) {
            return format!("{name} is not read: {notices:?}");
        }
    }
    if let Answer::Failure { notices } = workbench.rate(&policy.key, Default::default()) {
        return format!("not rated: {notices:?}");
    }
    workbench.ratings_csv("en").unwrap_or_default()
}

/// What must come out, worked by hand. The first school: weights of missing parts moved, 22.5 × 4 + 23.75 × 1 + 10 × 3 + 1.25 ×
/// (5 + 1 + 4) + 7.5 × 4 + 5 × 4 + 2.5 × 5 + 20 × 4 + 5 × 5 = 323.75, so 3.2; its lower attainment percentile, 70, gives
/// Level 1. The third: attendance 50 × 4, dropout 32.5 × 5 and data quality 17.5 × 4 make 432.5, so 4.3, and no rating.
const EXPECTED: &[(&str, &str, &str)] =
    &[("900001", "3.2", "Level 1"), ("900002", "", "Inability to Rate"), ("900003", "4.3", "Inability to Rate")];

/// The columns that count of each line.
fn seen() -> Vec<(String, String, String)> {
    let text = answer();
    let lines = text.lines().skip(1);
    let fields = lines.map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let field = |fields: &[String], place: usize| fields.get(place).cloned().unwrap_or_default();
    fields.map(|fields| (field(&fields, 0), field(&fields, 3), field(&fields, 4))).collect()
}

/// Fails where it doesn't.
pub fn check() {
    let expected: Vec<(String, String, String)> =
        EXPECTED.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect();
    assert_eq!(seen(), expected, "{}", answer());
}

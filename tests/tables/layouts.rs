//! Which column is what: recognized, or said by the user and checked.

use evenhand::notice::Notice;
use evenhand::policy::json::parse;
use evenhand::policy::read::decode;
use evenhand::tables::{
    IdentifierHint, IdentifierPart, LayoutHint, Mapping, RoleNames, Shape, Sheet, check, recognize,
};

use crate::{argument, clean, codes};

type Told = (&'static str, Vec<&'static str>, Vec<Notice>);

fn part(column: &str) -> IdentifierPart {
    IdentifierPart { column: column.to_owned(), digits: None }
}

/// Inputs with the codes that are expected.
pub fn told() -> Vec<Told> {
    let seen = |name, expected: &[&'static str], text: &str| {
        let sheet = clean("f.csv", text);
        (name, expected.to_vec(), recognize(&sheet, &[]).notices)
    };
    let sheet = clean("f.csv", "school_id,indicator,score,year\n1,a,2,2019\n");
    let twice = Sheet::read("f.csv", b"id,a,a\n1,2,3\n").expect("a table").0;
    let long = Mapping { shape: Shape::Long, ..Mapping::default() };
    let wide = |column: &str| Mapping { identifier: vec![part(column)], ..Mapping::default() };
    let year = |year: &str| Mapping { year: Some(year.to_owned()), ..wide("school_id") };
    let checked = |name, expected: &[&'static str], sheet: &Sheet, mapping: &Mapping| {
        (name, expected.to_vec(), check(sheet, mapping))
    };
    vec![
        seen("no school", &["tables.identifier-not-recognized"], "color,size\nred,1\nblue,2\n"),
        seen(
            "no value",
            &["tables.value-not-recognized"],
            "school_id,measure,a,b\n1,x,1,2\n1,y,2,3\n2,x,3,4\n2,y,4,5\n",
        ),
        seen(
            "many rows a school",
            &["tables.rows-not-told-apart"],
            "school_id,total,part\n1,1,2\n1,2,3\n1,3,4\n2,4,5\n2,5,6\n",
        ),
        seen("names alone", &["tables.name-as-identifier"], "School,Math,Reading\nAdams High,1,2\nBurr High,2,3\n"),
        checked("nothing said", &["tables.no-identifier"], &sheet, &Mapping::default()),
        checked(
            "nothing said of a long file",
            &["tables.no-identifier", "tables.no-measure-column", "tables.no-value-column"],
            &sheet,
            &long,
        ),
        checked("no such column", &["tables.missing-column"], &sheet, &wide("shool_id")),
        checked("a column twice", &["tables.column-twice"], &sheet, &year("school_id")),
        checked("two of a name", &["tables.ambiguous-column"], &twice, &wide("a")),
    ]
}

#[test]
fn a_missing_column_names_the_nearest() {
    let sheet = clean("f.csv", "school_id,score\n1,2\n");
    let notices = check(&sheet, &Mapping { identifier: vec![part("shool_id")], ..Mapping::default() });
    assert_eq!(argument(&notices[0], "suggestion"), "school_id");
    assert_eq!(argument(&notices[0], "columns"), "school_id|score");
    assert_eq!(notices[0].place.column.as_deref(), Some("shool_id"));
    let notices = check(&sheet, &Mapping { identifier: vec![part("zzz")], ..Mapping::default() });
    assert_eq!(argument(&notices[0], "suggestion"), "");
}

#[test]
fn the_name_may_be_the_identifier() {
    let sheet = clean("f.csv", "School,score\nA,2\n");
    let mapping = Mapping { identifier: vec![part("School")], name: Some("School".into()), ..Mapping::default() };
    assert_eq!(check(&sheet, &mapping), []);
    let mapping = Mapping { ignore: vec!["School".into()], ..mapping };
    assert_eq!(codes(&check(&sheet, &mapping)).first(), Some(&"tables.column-twice"));
}

/// What is recognized, in short: `long school_id+name measure=… value=… year=…`.
fn short(text: &str, hints: &[LayoutHint]) -> String {
    let sheet = clean("f.csv", text);
    let recognition = recognize(&sheet, hints);
    let Some(mapping) = recognition.mapping else {
        return format!("unsure {:?}", codes(&recognition.notices));
    };
    assert_eq!(check(&sheet, &mapping), []);
    let mut words = vec![if mapping.shape == Shape::Long { "long".to_owned() } else { "wide".to_owned() }];
    words.push(mapping.identifier.iter().map(|part| part.column.as_str()).collect::<Vec<_>>().join("+"));
    for (role, column) in [
        ("name", &mapping.name),
        ("measure", &mapping.measure),
        ("value", &mapping.value),
        ("year", &mapping.year),
        ("group", &mapping.group),
        ("program", &mapping.program),
    ] {
        words.extend(column.as_ref().map(|column| format!("{role}={column}")));
    }
    words.join(" ")
}

#[test]
fn layouts_are_recognized() {
    for (text, expected) in [
        ("School Number,School Name,Score\n1,A,2\n2,B,3\n", "wide School Number name=School Name"),
        ("CDS Code,School,Score\n01611190130229,A,2\n01611190132878,B,3\n", "wide CDS Code name=School"),
        ("School,School Name,Score\n0031,A,2\n0041,B,3\n", "wide School name=School Name"),
        ("Campus,Campus Name,Score\n101902001,A,2\n101902002,B,3\n", "wide Campus name=Campus Name"),
        ("NCESSCH,SCH_NAME,Score\n010000500870,A,2\n010000500871,B,3\n", "wide NCESSCH name=SCH_NAME"),
        ("District Code,School Code,Score\n1,1,2\n1,2,3\n2,1,4\n2,2,4\n", "wide District Code+School Code"),
        ("District Code,School Code,Score\n1,1,2\n1,2,3\n2,3,4\n2,4,4\n", "wide School Code"),
        ("school_id,year,score\n1,2019,2\n2,2019,3\n", "wide school_id year=year"),
        ("school_id,year,score\n1,2019,2\n1,2020,3\n2,2019,3\n2,2020,3\n", "wide school_id year=year"),
        ("school_id,year opened,score\n1,2019,2\n2,2020,3\n", "wide school_id"),
        // Where no row needs it, a column of years or groups is like any other.
        ("school_id,year,group,score\n1,2019,North,2\n2,2020,South,3\n", "wide school_id"),
        ("school_id,subgroup,score\n1,All,2\n1,EL,3\n2,All,3\n2,EL,3\n", "wide school_id group=subgroup"),
        (
            "school_id,metric,value,school year,student group,program\n1,a,2,2019,All,Day\n1,b,3,2019,All,Day\n",
            "long school_id measure=metric value=value year=school year group=student group program=program",
        ),
        (
            "school_id,fact,value,note\n1,highest_grade,3,x\n2,highest_grade,3,x\n",
            "long school_id measure=fact value=value",
        ),
        // The only column of numbers is the value.
        ("school_id,measure,2019 rate\n1,a,2\n1,b,3\n2,a,3\n", "long school_id measure=measure value=2019 rate"),
        // A number called "measure" names no measure.
        ("school_id,measure,score\n1,5,2\n2,6,3\n", "wide school_id"),
        // A row that comes twice is a mistake in the file, not another layout.
        ("school_id,score\n1,2\n2,2\n3,2\n4,2\n5,2\n6,2\n7,2\n8,2\n9,2\n10,2\n10,3\n", "wide school_id"),
        // Each repeated twice is not.
        ("school_id,score\n1,2\n1,3\n2,2\n2,3\n", "unsure [\"tables.rows-not-told-apart\"]"),
    ] {
        assert_eq!(short(text, &[]), expected, "{text}");
    }
}

fn hint(policy: &str, identifier: &[&str], measures: &[&str]) -> LayoutHint {
    LayoutHint {
        policy: policy.to_owned(),
        identifier: identifier
            .iter()
            .map(|name| IdentifierHint { names: vec![(*name).to_owned()], digits: Some(6) })
            .collect(),
        names: vec!["Title".to_owned()],
        measures: measures.iter().map(|name| (*name).to_owned()).collect(),
        ..LayoutHint::default()
    }
}

#[test]
fn values_are_recognized_by_more_names_where_they_are_numbers() {
    for (text, expected) in [
        ("school_id,indicator,Points,Note\n1,a,2,5\n1,b,3,6\n2,a,2,7\n", "value=Points"),
        ("school_id,indicator,Status,Change\n1,a,2,5\n1,b,3,6\n2,a,2,7\n", "value=Status"),
        ("school_id,indicator,currstatus,priorstatus\n1,a,2,5\n1,b,3,6\n2,a,2,7\n", "value=currstatus"),
        ("school_id,indicator,Percent,Points\n1,a,2,5\n1,b,3,6\n2,a,2,7\n", "value=Percent"),
        ("school_id,indicator,Status,Points\n1,a,Met,5\n1,b,Met,6\n2,a,Met,7\n", "value=Points"),
    ] {
        assert_eq!(short(text, &[]), format!("long school_id measure=indicator {expected}"), "{text}");
    }
}

#[test]
fn spans_of_grades_tell_rows_apart_like_programs_where_nothing_else_does() {
    let wide = "school_id,EMH Level,score\n1,E,2\n1,M,3\n2,E,4\n2,H,5\n";
    assert_eq!(short(wide, &[]), "wide school_id program=EMH Level");
    let long = "school_id,indicator,Grade Span,value\n1,a,K-5,2\n1,a,6-8,3\n2,a,K-5,4\n2,a,6-8,4\n";
    assert_eq!(short(long, &[]), "long school_id measure=indicator value=value program=Grade Span");
    // What is known of the whole school is no program.
    assert_eq!(short("school_id,Cluster,score\n1,North,2\n2,South,3\n", &[]), "wide school_id");
    let long = "school_id,indicator,Grade Span,value\n1,a,K-5,2\n1,b,K-5,3\n2,a,6-8,4\n2,b,6-8,4\n";
    assert_eq!(short(long, &[]), "long school_id measure=indicator value=value");
    // A framework that speaks of no programs could read nothing from such rows: that they contradict is told instead.
    let without = hint("without", &["school id"], &["score"]);
    let with = LayoutHint { programs: true, ..without.clone() };
    assert_eq!(short(wide, &[without]), "wide school_id");
    assert_eq!(short(wide, &[with]), "wide school_id program=EMH Level");
}

#[test]
fn frameworks_name_the_columns_of_long_files() {
    let text = "school id,What,Now,Before,When,Who,Where\n1,Growth,2,1,2025,All,Day\n1,Growth,3,2,2025,EL,Day\n";
    let plain = hint("plain", &["school id"], &["Growth"]);
    assert_eq!(short(text, std::slice::from_ref(&plain)), "unsure [\"tables.value-not-recognized\"]");
    let names = |name: &str| vec![name.to_owned()];
    let roles = RoleNames {
        measure: names("what"),
        value: names("now"),
        year: names("when"),
        group: names("who"),
        program: names("where"),
    };
    let named = LayoutHint { roles, ..plain };
    assert_eq!(
        short(text, std::slice::from_ref(&named)),
        "long school id measure=What value=Now year=When group=Who program=Where"
    );
    let wide = "school id,Growth,When,Who\n1,2,2025,All\n2,3,2025,All\n";
    assert_eq!(short(wide, &[named]), "wide school id year=When group=Who");
}

#[test]
fn frameworks_tell_what_columns_are() {
    // Names that mean nothing by themselves, in a long file and in a wide one.
    let text = "Unit Key,Title,What,Outcome\n1,A,Growth in Reading,2\n1,A,Growth (math),3\n2,B,growth in reading,4\n";
    let known = hint("known", &["unit-key"], &["Growth in reading", "Growth math", "Attendance"]);
    assert_eq!(short(text, &[]), "unsure [\"tables.identifier-not-recognized\"]");
    assert_eq!(short(text, std::slice::from_ref(&known)), "long Unit Key name=Title measure=What value=Outcome");
    let wide = "UNIT_KEY,Title,Growth Reading,Attendance\n1,A,2,3\n2,B,3,4\n";
    assert_eq!(short(wide, std::slice::from_ref(&known)), "wide UNIT_KEY name=Title");

    let sheet = clean("f.csv", wide);
    let other = hint("other", &["unit key"], &["attendance", "growth reading"]);
    let strange = hint("strange", &["unit key", "district"], &["attendance", "growth reading"]);
    let empty = hint("empty", &["unit key"], &["something else"]);
    let recognition = recognize(&sheet, &[known.clone(), other.clone(), strange, empty]);
    assert_eq!(recognition.matched.as_deref(), Some("other"));
    assert_eq!(recognition.mapping.expect("a mapping").identifier[0].digits, Some(6));
    let alternatives: Vec<_> = recognition.alternatives.iter().map(|other| other.policy.as_str()).collect();
    assert_eq!(alternatives, ["known"]);
    // Equal fits: by the policies' names, whatever their order.
    let same = LayoutHint { policy: "a-same".into(), ..other.clone() };
    for hints in [[other.clone(), same.clone()], [same, other]] {
        assert_eq!(recognize(&sheet, &hints).matched.as_deref(), Some("a-same"));
    }
}

#[test]
fn what_was_found_is_told_even_when_unsure() {
    let sheet = clean("f.csv", "school_id,measure,a,b\n1,x,1,\n1,y,2,3\n2,x,3,4\n2,y,long text,5\n");
    let recognition = recognize(&sheet, &[]);
    assert_eq!(recognition.mapping, None);
    assert_eq!(recognition.proposal.identifier, [part("school_id")]);
    assert_eq!(recognition.proposal.measure.as_deref(), Some("measure"));
    let columns: Vec<String> = recognition
        .columns
        .iter()
        .map(|column| format!("{} {:?} {} {}", column.name, column.content, column.filled, column.samples.join("/")))
        .collect();
    assert_eq!(columns, ["school_id Numbers 4 1/2", "measure Text 4 x/y", "a Numbers 4 1/2/3", "b Numbers 3 3/4/5"]);
}

#[test]
fn mappings_travel_as_json() {
    let mapping = Mapping {
        shape: Shape::Long,
        identifier: vec![IdentifierPart { column: "School Number".into(), digits: Some(4) }],
        measure: Some("m".into()),
        value: Some("v".into()),
        ..Mapping::default()
    };
    let json = serde_json::to_string(&mapping).expect("JSON");
    assert_eq!(
        json,
        r#"{"shape":"long","identifier":[{"column":"School Number","digits":4}],"measure":"m","value":"v"}"#
    );
    let mut notices = Vec::new();
    let read = decode(&parse(&json).expect("JSON"), "", &mut notices);
    assert_eq!((read, notices), (Some(mapping), vec![]));
}

#[test]
fn names_of_schools_may_need_their_district() {
    let text = "District Name,School Name,Score\nNorth,Central High,1\nSouth,Central High,2\nSouth,Adams,3\n";
    assert_eq!(short(text, &[]), "wide District Name+School Name name=School Name");
}

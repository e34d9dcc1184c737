//! Each preset, by a small synthetic file of its real header.

use std::collections::BTreeSet;

use evenhand::records::best;
use evenhand::records::element::Element;
use evenhand::records::layout::{DuplicateRule, Layout};

use super::{codes, content, data, import, presets};

#[test]
fn presets_have_names_of_their_own_and_are_written_as_they_were_read() {
    let presets = presets();
    let ids: BTreeSet<&str> = presets.iter().map(|layout| layout.id.as_str()).collect();
    assert_eq!(ids.len(), presets.len());
    for layout in &presets {
        let text = serde_json::to_string(layout).unwrap();
        assert_eq!(Layout::read(&text).as_ref(), Ok(layout));
        // A file with just the headings that it knows is recognized as it.
        let mut headings = layout.headings.clone();
        let all =
            layout.columns.0.iter().filter(|(_, column)| !column.optional).map(|(_, column)| column.heading[0].clone());
        headings.extend(all.filter(|heading| !layout.without.contains(heading)).collect::<Vec<_>>());
        let found = best(&headings, &presets).map(|found| (found.id.as_str(), found.table));
        let outcome = layout.id.starts_with("evenhand-");
        assert!(
            found == Some((layout.id.as_str(), layout.table))
                || (outcome && found.map(|(_, table)| table) == Some(layout.table)),
            "{}: {found:?}",
            layout.id
        );
    }
}

/// A row with these cells under the headings, and nothing elsewhere.
fn row(headings: &[&str], cells: &[(&str, &str)]) -> String {
    let cell = |heading: &&str| {
        let text = cells.iter().find(|(known, _)| known == heading).map_or("", |(_, text)| *text);
        format!("\"{text}\"")
    };
    for (known, _) in cells {
        assert!(headings.contains(known), "{known}");
    }
    headings.iter().map(cell).collect::<Vec<_>>().join(",") + "\n"
}

const COLORADO: &[(&str, &str)] = &[
    ("REPORTING_YEAR", "2019"),
    ("DIST_NUMBER", "880"),
    ("SCH_NUMBER", "210"),
    ("SUBJECT", "MATH"),
    ("TEST_NAME", "CMAS"),
    ("INCLUDED_PFWK_CALCS", "Y"),
    ("EMH_LEVEL", "E"),
    ("GRADE_LEVEL", "04"),
    ("SASID", "12345"),
    ("LAST_NAME", "Zyxwv"),
    ("GENDER", "F"),
    ("ETHNICITY_CODE", "White"),
    ("MINORITY_YN", "N"),
    ("ELL_YN", "Y"),
    ("IEP_YN", "N"),
    ("FRL_YN", "Y"),
    ("CONTINUOUS_SCHOOL", "1"),
    ("SCALE_SCORE", "742"),
    ("SGP", "61"),
];
const CMAS: &[(&str, &str)] = &[
    ("ResponsibleSchoolCode", "210"),
    ("StateStudentIdentifier", "12345"),
    ("LastOrSurname", "Zyxwv"),
    ("Sex", "F"),
    ("GradeLevelWhenAssessed", "04"),
    ("HispanicOrLatinoEthnicity", "N"),
    ("White", "Y"),
    ("ContinuousInSchool", "1"),
    ("TestStatus", "Attempt"),
    ("AssessmentYear", "2018-2019"),
    ("Subject", "Mathematics"),
    ("SS", "742"),
    ("PerfLVL", "4"),
];
const SBAC: &[(&str, &str)] = &[
    ("SchoolId", "0210"),
    ("StudentIdentifier", "12345"),
    ("LastOrSurname", "Zyxwv"),
    ("SchoolYear", "2019"),
    ("AssessmentSubType", "Summative"),
    ("Subject", "Math"),
    ("GradeLevelWhenAssessed", "04"),
    ("Completeness", "Complete"),
    ("ScaleScoreAchievementLevel", "3"),
    ("ScaleScore", "2500"),
    ("White", "Yes"),
];

#[test]
fn the_files_whose_headers_were_collected_are_recognized_and_read() {
    let Some(bytes) = data("layouts/headers.csv") else { return };
    let text = String::from_utf8(bytes).unwrap();
    for line in text.lines().skip(1) {
        let (name, columns) = line.split_once(',').unwrap();
        let headings: Vec<&str> = columns.trim_matches('"').split('|').collect();
        let (cells, id, wanted) = match name {
            "colorado-access-growth" => (
                COLORADO,
                "colorado-growth-2018".to_owned(),
                "0210 2019 MATH/CMAS// 04 Some(742000)  61 Tested Female,White,Yes,Yes",
            ),
            _ if name.starts_with("colorado") => {
                (COLORADO, name.to_owned(), "0210 2019 MATH/CMAS// 04 Some(742000)  61 Tested Female,White,Yes,Yes")
            }
            _ if name.starts_with("cmas") => (
                CMAS,
                name.replace("-ela-math", ""),
                "0210 2019 Mathematics/CMAS// 04 Some(742000) 4 0 Tested Female,White,,Yes",
            ),
            _ => (SBAC, "sbac-2022".to_owned(), "0210 2019 Math/Summative// 04 Some(2500000) 3 0 Tested ,White,,"),
        };
        let text = headings.join(",") + "\n" + &row(&headings, cells);
        let (collection, file, settled) = import("a.csv", text.as_bytes());
        assert_eq!(file.layout.as_deref(), Some(id.as_str()), "{name}");
        assert_eq!(content(collection.records()), [wanted], "{name} {:?}", file.notices);
        assert!(
            file.notices
                .iter()
                .all(|notice| ["records.private-columns", "records.zeros-restored"].contains(&notice.code)),
            "{name}: {:?}",
            file.notices
        );
        assert!(!format!("{collection:?}{file:?}{settled:?}").contains("Zyxwv"), "{name}");
    }
}

#[test]
fn vendors_layouts_are_recognized_and_read() {
    let results = "TermName,StudentID,SchoolName,MeasurementScale,Discipline,GrowthMeasureYN,TestType,TestRITScore,TestPercentile\n\
        Fall 2013-2014,F08000002,North,Mathematics,Mathematics,True,Survey,209,25\n\
        Fall 2013-2014,F08000002,North,Mathematics,Mathematics,False,Survey,201,25\n\
        Spring 2013-2014,F08000002,North,Mathematics,Mathematics,True,Survey,215.5,25\n";
    let (collection, file, _) = import("AssessmentResults.csv", results.as_bytes());
    assert_eq!(file.layout.as_deref(), Some("nwea-map-2013"));
    assert_eq!(codes(&file.notices), ["records.not-included"]);
    assert_eq!(
        content(collection.records()),
        [
            "North 2014 Mathematics/MAP Growth/Fall/  Some(209000)  0 Tested ,,,",
            "North 2014 Mathematics/MAP Growth/Spring/  Some(215500)  0 Tested ,,,"
        ]
    );
    let wida = "State Name Abbreviation,District Name,District Number,School Name,School Number,Student Last Name,Birth Date,Gender,State Student ID,Grade,Race - Asian,Proficiency Level - Overall,Scale Score - Overall,Test Completion Date\n\
        CO,D,CO1,A,0000,Zyxwv,01/01/2010,F,605000,0,Y,1.6,237,01/01/2020\n";
    let (collection, file, _) = import("wida.csv", wida.as_bytes());
    assert_eq!(file.layout.as_deref(), Some("wida-access"));
    assert_eq!(
        content(collection.records()),
        ["0000 2020 English Language Proficiency/ACCESS// KG Some(237000) 1.6 0 Tested Female,Asian,Yes,"]
    );
    let demo = "VALID_CASE,CONTENT_AREA,YEAR,ID,LAST_NAME,GRADE,SCALE_SCORE,ACHIEVEMENT_LEVEL,GENDER,ETHNICITY,ELL_STATUS,SCHOOL_NUMBER,SCHOOL_ENROLLMENT_STATUS\n\
        VALID_CASE,MATHEMATICS,2022_2023,1000372,Daniels,3,435.0,Proficient,Gender: Male,Hispanic,ELL: Yes,1851,Enrolled School: Yes\n\
        INVALID_CASE,MATHEMATICS,2022_2023,1000373,Daniels,3,435.0,Proficient,Gender: Male,Hispanic,ELL: Yes,1851,Enrolled School: Yes\n\
        VALID_CASE,READING,2022_2023,1000372,Daniels,3,,No Score,Gender: Male,Hispanic,ELL: Yes,1851,Enrolled School: No\n";
    let (collection, file, _) = import("demo.csv", demo.as_bytes());
    assert_eq!(file.layout.as_deref(), Some("student-growth-demo"));
    assert_eq!(
        content(collection.records()),
        [
            "1851 2023 Mathematics/// 03 Some(435000) Proficient 0 Tested Male,Hispanic or Latino,Yes,Yes",
            "1851 2023 Reading/// 03 None  0 Unknown Male,Hispanic or Latino,Yes,No"
        ]
    );
    assert_eq!(file.account.unwrap().kept, 2);
}

#[test]
fn a_roster_says_that_it_is_only_a_roster() {
    let mut collection = evenhand::records::Collection::new();
    let files = [
        (
            "orgs.csv",
            "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no1,,,North,school,77,d1\nd1,,,District,district,7,\n",
            "oneroster-orgs",
        ),
        (
            "users.csv",
            "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,grades\nu1,,,true,o1,student,a,,Zyxwv,Zyxwv,03\nu2,,,true,o1,teacher,b,,Zyxwv,Zyxwv,\n",
            "oneroster-users-1.1",
        ),
        (
            "demographics.csv",
            "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity\nu1,,,2012-01-01,female,false,TRUE,false,false,true,false,false\n",
            "oneroster-demographics",
        ),
        (
            "enrollments.csv",
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\ne1,,,c1,o1,u1,student,,2023-08-20,\n",
            "oneroster-enrollments",
        ),
    ];
    for (name, text, layout) in files {
        let file =
            super::add(&mut collection, evenhand::records::Importer::new(name, 0, presets()), text.as_bytes(), 100);
        assert_eq!(file.layout.as_deref(), Some(layout));
        assert!(codes(&file.notices).contains(&"records.roster-only"), "{name}");
    }
    collection.settle(Some(DuplicateRule::HighestScore));
    let records = collection.records();
    assert_eq!(records.student_count(), 1);
    let stay = &records.enrollments()[0];
    assert_eq!(records.group(stay.profile, Element::Race), "Two or More Races");
    assert_eq!(records.group(stay.profile, Element::Sex), "Female");
    assert_eq!(stay.grade.name(), "03");
    assert!(!format!("{collection:?}").contains("Zyxwv"));
    assert_eq!(
        collection.school_facts().map(|(id, facts)| (id, facts.name.as_deref())).collect::<Vec<_>>(),
        [("o1", Some("North"))]
    );
    let newer = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,userMasterIdentifier,primaryOrgSourcedId,grades\nu1,,,true,a,,Zyxwv,Zyxwv,,o1,03\n";
    assert_eq!(import("users.csv", newer.as_bytes()).1.layout.as_deref(), Some("oneroster-users-1.2"));
}

#[test]
fn the_newer_results_of_nwea_and_its_list_of_students_are_recognized_and_read() {
    let results = "TermName,DistrictName,SchoolName,StudentID,School_StateID,Student_StateID,StudentLastName,StudentFirstName,StudentDateOfBirth,StudentEthnicGroup,StudentGender,Grade,Subject,Course,GrowthMeasureYN,TestRITScore,FallToSpringConditionalGrowthPercentile\n\
        Spring 2023-2024,D,North,F08000002,0042,9,Zyxwv,Zyxwv,2012-01-01,White,F,4,Mathematics,Math K-12,True,215,61\n\
        Spring 2023-2024,D,North,F08000003,0042,9,Zyxwv,Zyxwv,2012-01-01,White,M,4,Mathematics,Math K-12,False,215,\n";
    let (collection, file, settled) = import("AssessmentResults.csv", results.as_bytes());
    assert_eq!(file.layout.as_deref(), Some("nwea-map"));
    assert_eq!(codes(&file.notices), ["records.private-columns", "records.not-included"]);
    assert_eq!(
        content(collection.records()),
        ["0042 2024 Mathematics/MAP Growth/Spring/ 04 Some(215000)  61 Tested Female,White,,"]
    );
    assert!(!format!("{collection:?}{file:?}{settled:?}").contains("Zyxwv"));
    let students = "TermName,DistrictName,SchoolName,StudentLastName,StudentFirstName,StudentMI,StudentID,StudentDateOfBirth,StudentEthnicGroup,StudentGender,Grade\n\
        Spring 2023-2024,D,North,Zyxwv,Zyxwv,Z,F08000002,2012-01-01,White,F,4\n";
    let (collection, file, _) = import("StudentsBySchool.csv", students.as_bytes());
    assert_eq!((file.layout.as_deref(), file.account.unwrap().kept), (Some("nwea-students"), 1));
    assert!(!format!("{collection:?}").contains("Zyxwv"));
}

/// Each of Evenhand's own tables, by a small file.
#[test]
fn the_own_layouts_are_recognized_and_read() {
    let who = "studentIdentifier,schoolIdentifier,schoolYear";
    for (id, columns, cells) in [
        (
            "evenhand-assessments",
            "assessmentAcademicSubject,assessmentPerformanceLevelIdentifier,assessmentResultScoreValue",
            "Math,Met,400",
        ),
        ("evenhand-attendance", "numberOfDaysInMembership,numberOfDaysAbsent", "170,5"),
        ("evenhand-attendance", "numberOfDaysAbsent", "5"),
        ("evenhand-presence", "numberOfDaysInMembership,numberOfDaysInAttendance", "170,165"),
        ("evenhand-presence", "numberOfDaysInAttendance", "165"),
        ("evenhand-daily-attendance", "attendanceEventDate,attendanceStatus", "2023-09-01,Present"),
        ("evenhand-enrollments", "enrollmentEntryDate,enrollmentExitDate,numberOfDaysInMembership", "2023-09-01,,170"),
        ("evenhand-membership", "numberOfDaysInMembership", "170"),
        ("evenhand-graduation", "cohortGraduationYear,highSchoolGraduationIndicator", "2024,Yes"),
        ("evenhand-dropout", "dropoutIndicator", "No"),
        ("evenhand-on-track", "onTrackToGraduate", "Yes"),
        ("evenhand-postsecondary", "postsecondaryEnrollmentIndicator", "Yes"),
        ("evenhand-students", "sex,englishLearnerStatus", "F,Yes"),
    ] {
        let text = format!("{who},{columns}\n1,A,2024,{cells}\n");
        let (_, file, settled) = import("own.csv", text.as_bytes());
        assert_eq!(file.layout.as_deref(), Some(id), "{columns}");
        assert_eq!((codes(&file.notices), settled.accounts[0].kept), (Vec::new(), 1), "{columns}");
    }
    let schools = "schoolIdentifier,nameOfInstitution,governance\nA,Alder,Charter\n";
    let (_, file, _) = import("schools.csv", schools.as_bytes());
    assert_eq!((file.layout.as_deref(), file.account.unwrap().kept), (Some("evenhand-schools"), 1));
}

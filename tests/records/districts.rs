//! Files as districts export them, invented: each is proposed right without any change, and read so.

use evenhand::records::element::{Element, StudentTable};
use evenhand::records::layout::Layout;
use evenhand::records::{Importer, Proposal};

use super::{codes, content, import, import_by};

/// A file: its header, and rows made of a number.
fn file(header: &str, rows: u32, row: impl Fn(usize) -> String) -> String {
    let mut text = format!("{header}\n");
    for number in 0..rows {
        text += &row(number as usize);
        text.push('\n');
    }
    text
}

fn proposal(name: &str, text: &str) -> Proposal {
    import(name, text.as_bytes()).1.proposal.unwrap_or_else(|| panic!("{name} was recognized"))
}

/// The proposed elements by heading, those of columns that are left out not among them.
fn elements(proposal: &Proposal) -> Vec<(&str, Element)> {
    let columns = proposal.columns.iter();
    columns.filter_map(|column| Some((column.heading.as_str(), column.element?))).collect()
}

/// What the texts of a column mean.
fn meanings<'a>(proposal: &'a Proposal, heading: &str) -> Vec<(&'a str, Option<&'a str>)> {
    let column = proposal.columns.iter().find(|column| column.heading == heading).unwrap();
    assert!(!column.values.withheld, "{heading}");
    column.values.texts.iter().map(|(text, value)| (text.as_str(), value.as_deref())).collect()
}

/// The proposed layout, saved and read again, reads all rows of the file, and understands all of them.
fn reads_all(proposal: &Proposal, text: &str) -> Vec<String> {
    assert_eq!(proposal.missing, []);
    let saved = serde_json::to_string(&proposal.layout).unwrap();
    let layout = Layout::read(&saved).unwrap_or_else(|notices| panic!("{notices:?}"));
    let (collection, file, settled) = import_by(Importer::by("next.csv", 0, layout), text.as_bytes());
    let account = file.account.unwrap();
    assert_eq!((account.read, account.kept), (text.lines().count() as u64 - 1, account.read), "{:?}", file.notices);
    assert!(codes(&file.notices).iter().all(|code| *code == "records.private-columns"), "{:?}", file.notices);
    assert_eq!(codes(&settled.notices), [""; 0]);
    content(collection.records())
}

#[test]
fn a_state_file_with_codes_and_long_english_headings() {
    let text = file(
        "District Number,School Number,Student State ID,Student Last Name,Test Year,Content Area Tested,Grade Level Tested,\
         Overall Scale Score,Overall Performance Level,Student Growth Percentile (SGP),Student Gender Code,Student Race/Ethnicity,\
         Free/Reduced Lunch Status,English Learner Status Code,IEP Flag,Gifted Flag,Migrant Flag,Full Academic Year in School",
        96,
        |n| {
            format!(
                "0880,{:04},{:010},Zyxwv,2023-24,{},{},{},{},{},{},{},{},{},{},{},{},{}",
                210 + n / 2 % 4,
                7_000_000 + n / 2,
                ["MATH", "ELA"][n % 2],
                ["KG", "03", "04", "11"][n / 2 % 4],
                400 + n,
                ["Did Not Meet", "Approached", "Met", "Exceeded"][n % 4],
                1 + n % 99,
                ["F", "M"][n / 2 % 2],
                ["H", "W", "B", "A", "M", "I", "P"][n / 2 % 7],
                ["F", "R", "P"][n / 2 % 3],
                ["LEP", "FEP", "NEP", "EO"][n / 2 % 4],
                ["Y", "N"][n / 2 % 2],
                ["1", "0"][n / 2 % 2],
                ["TRUE", "FALSE"][n / 2 % 2],
                ["Yes", "No"][n / 2 % 2],
            )
        },
    );
    let proposal = proposal("spring export.csv", &text);
    assert_eq!(proposal.layout.table, StudentTable::Assessments);
    assert_eq!(
        elements(&proposal),
        [
            ("District Number", Element::LeaIdentifier),
            ("School Number", Element::SchoolIdentifier),
            ("Student State ID", Element::StudentIdentifier),
            ("Test Year", Element::SchoolYear),
            ("Content Area Tested", Element::Subject),
            ("Grade Level Tested", Element::Grade),
            ("Overall Scale Score", Element::Score),
            ("Overall Performance Level", Element::Level),
            ("Student Growth Percentile (SGP)", Element::Growth),
            ("Student Gender Code", Element::Sex),
            ("Student Race/Ethnicity", Element::Race),
            ("Free/Reduced Lunch Status", Element::EconomicDisadvantage),
            ("English Learner Status Code", Element::EnglishLearner),
            ("IEP Flag", Element::Disability),
            ("Gifted Flag", Element::Gifted),
            ("Migrant Flag", Element::Migrant),
            ("Full Academic Year in School", Element::SchoolFullAcademicYear),
        ]
    );
    assert_eq!(
        meanings(&proposal, "Free/Reduced Lunch Status"),
        [("F", Some("Yes")), ("P", Some("No")), ("R", Some("Yes"))]
    );
    assert_eq!(
        meanings(&proposal, "English Learner Status Code"),
        [("EO", Some("No")), ("FEP", Some("No")), ("LEP", Some("Yes")), ("NEP", Some("Yes"))]
    );
    assert_eq!(
        meanings(&proposal, "Grade Level Tested"),
        [("03", Some("03")), ("04", Some("04")), ("11", Some("11")), ("KG", Some("KG"))]
    );
    assert_eq!(meanings(&proposal, "Overall Performance Level")[0], ("Approached", Some("Approached")));
    assert_eq!(meanings(&proposal, "Test Year"), [("2023-24", Some("2024"))]);
    let rows = reads_all(&proposal, &text);
    assert_eq!(rows.len(), 96);
    assert_eq!(rows[0], "0210 2024 ELA/// KG Some(401000) Approached 2 Tested Female,Hispanic or Latino,Yes,Yes");
}

#[test]
fn a_file_with_long_spanish_headings() {
    let text = file(
        "Número de identificación del estudiante;Nombre completo del estudiante;Fecha de nacimiento;Código de la escuela;\
         Nombre de la escuela;Año escolar;Materia evaluada;Grado que cursa;Puntuación en la prueba;Nivel de desempeño;Sexo;Raza o etnia;\
         Almuerzo gratuito o reducido;Aprendiz del idioma inglés;Estudiante con discapacidad;Migrante",
        80,
        |n| {
            format!(
                "{};Zyxwv, Ana;2012-03-04;{:03};Escuela {};2022-2023;{};{};{};{};{};{};{};{};{};{}",
                80_000 + n / 2,
                15 + n / 2 % 3,
                ["Norte", "Sur", "Central"][n / 2 % 3],
                ["Matemáticas", "Español"][n % 2],
                ["3", "4", "5"][n / 2 % 3],
                500 + n,
                ["Avanzado", "Competente", "Básico"][n % 3],
                ["Femenino", "Masculino"][n / 2 % 2],
                ["Hispano", "Blanco", "Afroamericano", "Asiático", "Indígena"][n / 2 % 5],
                ["Sí", "No"][n / 2 % 2],
                ["S", "N"][n / 2 % 2],
                ["sí", "no"][n / 2 % 2],
                ["0", "1"][n / 2 % 2],
            )
        },
    );
    let proposal = proposal("resultados.csv", &text);
    assert_eq!(
        elements(&proposal),
        [
            ("Número de identificación del estudiante", Element::StudentIdentifier),
            ("Código de la escuela", Element::SchoolIdentifier),
            ("Nombre de la escuela", Element::SchoolName),
            ("Año escolar", Element::SchoolYear),
            ("Materia evaluada", Element::Subject),
            ("Grado que cursa", Element::Grade),
            ("Puntuación en la prueba", Element::Score),
            ("Nivel de desempeño", Element::Level),
            ("Sexo", Element::Sex),
            ("Raza o etnia", Element::Race),
            ("Almuerzo gratuito o reducido", Element::EconomicDisadvantage),
            ("Aprendiz del idioma inglés", Element::EnglishLearner),
            ("Estudiante con discapacidad", Element::Disability),
            ("Migrante", Element::Migrant),
        ]
    );
    let private = proposal.columns.iter().filter(|column| column.private).map(|column| column.heading.as_str());
    assert_eq!(private.collect::<Vec<_>>(), ["Nombre completo del estudiante", "Fecha de nacimiento"]);
    let rows = reads_all(&proposal, &text);
    assert_eq!(rows[0], "015 2023 Español/// 03 Some(501000) Competente 0 Tested Female,Hispanic or Latino,Yes,");
}

#[test]
fn a_students_file_with_a_column_a_race() {
    let text = file(
        "StudentNumber,FirstName,LastName,DOB,SchoolCode,Grade_Level,Gender,Hispanic/Latino,Race_AmericanIndian,Race_Asian,\
         Race_Black,Race_White,Race_PacificIslander,SpEd,Section504,EL_Status,LunchStatus,Homeless,FosterCare,Military Family",
        60,
        |n| {
            let flag = |turn: usize| if n % 6 == turn { "True" } else { "False" };
            format!(
                "{},Quenby,Zyxwv,1/2/2012,{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}",
                300_100 + n,
                101 + n % 5,
                ["PK", "K", "1", "2", "3"][n % 5],
                ["Female", "Male", "Nonbinary"][n % 3],
                flag(0),
                flag(1),
                flag(2),
                flag(3),
                flag(4),
                flag(5),
                ["Y", ""][n % 2],
                ["N", "Y"][n % 2],
                ["ELL", "Not ELL"][n % 2],
                ["Free", "Reduced", "Paid"][n % 3],
                ["0", "1"][n % 2],
                ["N", "N"][n % 2],
                ["No", "Yes"][n % 2],
            )
        },
    );
    let proposal = proposal("roster.csv", &text);
    assert_eq!(proposal.layout.table, StudentTable::Students);
    let found: Vec<Element> = elements(&proposal).into_iter().map(|(_, element)| element).collect();
    assert_eq!(
        found,
        [
            Element::StudentIdentifier,
            Element::SchoolIdentifier,
            Element::Grade,
            Element::Sex,
            Element::Hispanic,
            Element::AmericanIndian,
            Element::Asian,
            Element::Black,
            Element::White,
            Element::PacificIslander,
            Element::Disability,
            Element::Section504,
            Element::EnglishLearner,
            Element::EconomicDisadvantage,
            Element::Homeless,
            Element::Foster,
            Element::Military,
        ]
    );
    assert_eq!(meanings(&proposal, "EL_Status"), [("ELL", Some("Yes")), ("Not ELL", Some("No"))]);
    reads_all(&proposal, &text);
}

#[test]
fn attendance_outcomes_and_schools() {
    let attendance = file("Student #,Building,School Year,Days Enrolled,Days Absent (total)", 40, |n| {
        format!("S{n:05},{},2024,170,{}", ["12", "31"][n % 2], n % 30)
    });
    let proposal_ = proposal("attendance.csv", &attendance);
    assert_eq!(proposal_.layout.table, StudentTable::Attendance);
    reads_all(&proposal_, &attendance);

    let daily = file("Pupil ID,School Code,Attendance Date,Attendance Code", 60, |n| {
        format!("{},{:02},2023-10-{:02},{}", 5000 + n / 3, n % 2 + 1, 2 + n % 3, ["P", "A", "T"][n % 3])
    });
    let proposal_ = proposal("daily.csv", &daily);
    assert_eq!(proposal_.layout.table, StudentTable::Attendance);
    assert_eq!(
        meanings(&proposal_, "Attendance Code"),
        [("A", Some("Absent")), ("P", Some("Present")), ("T", Some("Present"))]
    );
    reads_all(&proposal_, &daily);

    let outcomes = file(
        "State Student ID,High School Name,Expected Graduation Year,Graduated in four years,Dropped Out,Enrolled in college",
        40,
        |n| {
            format!(
                "{},{},2023,{},{},{}",
                90_000 + n,
                ["North High", "South High"][n % 2],
                ["Y", "N"][n % 2],
                ["N", "Y"][n % 2],
                ["1", "0"][n % 2]
            )
        },
    );
    let proposal_ = proposal("grads.csv", &outcomes);
    assert_eq!(proposal_.layout.table, StudentTable::Outcomes);
    assert_eq!(
        elements(&proposal_).into_iter().map(|(_, element)| element).collect::<Vec<_>>(),
        [
            Element::StudentIdentifier,
            Element::SchoolName,
            Element::CohortYear,
            Element::Graduated,
            Element::DroppedOut,
            Element::Postsecondary
        ]
    );
    reads_all(&proposal_, &outcomes);

    let schools = file("School Code,School Name,Charter,Lowest Grade,Highest Grade,Capacity,Network", 8, |n| {
        format!("{:03},School {n},{},K,8,450,{}", 100 + n, ["Charter", "District"][n % 2], ["East", "West"][n % 2])
    });
    let proposal_ = proposal("school list.csv", &schools);
    assert_eq!(proposal_.layout.table, StudentTable::Schools);
    reads_all(&proposal_, &schools);
}

#[test]
fn codes_that_nobody_can_know_are_left_to_say_and_the_year_comes_from_the_file_s_name() {
    let text = file("SSID,School,Subject,Race,Level,Sex", 60, |n| {
        format!("{},{},{},{},{},{}", 1_000_000 + n, 401 + n % 3, ["M", "R"][n % 2], 1 + n % 7, 1 + n % 4, 1 + n % 2)
    });
    let proposal = proposal("results 2023-24.csv", &text);
    assert_eq!(proposal.layout.constant(Element::SchoolYear), Some("2024"));
    // A column `School` of numbers holds numbers.
    assert!(elements(&proposal).contains(&("School", Element::SchoolIdentifier)));
    assert!(meanings(&proposal, "Race").iter().all(|(_, value)| value.is_none()));
    assert!(meanings(&proposal, "Sex").iter().all(|(_, value)| value.is_none()));
    assert_eq!(meanings(&proposal, "Level")[3], ("4", Some("4")));
}

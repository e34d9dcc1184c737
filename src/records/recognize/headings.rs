//! Which elements the columns of an unknown file seem to be: by their headings, by the words in long headings, and by what
//! they hold.

use super::profile::Profile;
use crate::letters::{is_letter_or_digit, small};
use crate::records::element::{ELEMENTS, Element, ElementKind, RACE_FLAGS, StudentTable};
use crate::records::value;
use crate::tables::plain_name;

/// A column that may be chosen, with what is seen in it.
pub(super) struct Column<'a> {
    pub(super) heading: &'a str,
    pub(super) private: bool,
    pub(super) profile: Profile<'a>,
}

/// The table that the columns make, and the element of each, if one is proposed: each element at most once.
pub(super) fn elements(columns: &[Column<'_>]) -> (StudentTable, Vec<Option<Element>>) {
    let mut found = vec![None; columns.len()];
    by_heading(columns, &mut found);
    by_words(columns, &mut found);
    by_content(columns, &mut found);
    numbered_schools(columns, &mut found);
    let table = table_of(&found);
    let goal = !found.contains(&Some(Element::OnTrackGrowth));
    for place in &mut found {
        // Beside test results, who is on track grows enough.
        if *place == Some(Element::OnTrack) && table == StudentTable::Assessments && goal {
            *place = Some(Element::OnTrackGrowth);
        }
        *place = place.filter(|element| belongs(*element, table));
    }
    (table, found)
}

/// Whether a table of this kind says something of the element.
fn belongs(element: Element, table: StudentTable) -> bool {
    match element {
        Element::AttendanceDate | Element::AttendanceStatus | Element::DaysAbsent | Element::DaysPresent => {
            table == StudentTable::Attendance
        }
        Element::DaysEnrolled => matches!(table, StudentTable::Attendance | StudentTable::Enrollments),
        Element::EntryDate | Element::ExitDate => table == StudentTable::Enrollments,
        Element::CohortYear | Element::Graduated | Element::DroppedOut | Element::OnTrack | Element::Postsecondary => {
            table == StudentTable::Outcomes
        }
        Element::NcesSchool
        | Element::Governance
        | Element::Model
        | Element::Region
        | Element::LowestGrade
        | Element::HighestGrade
        | Element::Seats
        | Element::Enrollment => table == StudentTable::Schools,
        _ => true,
    }
}

fn place(found: &mut [Option<Element>], column: Option<usize>, element: Element) {
    if let Some(place) = column.and_then(|column| found.get_mut(column)) {
        *place = Some(element);
    }
}

/// The places of columns that nothing is proposed for yet, and that hold something that may be read.
fn open<'a>(columns: &'a [Column<'a>], found: &[Option<Element>]) -> Vec<(usize, &'a Column<'a>)> {
    let free = |(place, column): &(usize, &Column<'_>)| found.get(*place) == Some(&None) && !column.private;
    columns.iter().enumerate().filter(free).collect()
}

/// By the headings that are known, the surest first.
fn by_heading(columns: &[Column<'_>], found: &mut [Option<Element>]) {
    let plain: Vec<String> = columns.iter().map(|column| plain_name(column.heading)).collect();
    for definition in ELEMENTS {
        let free = open(columns, found);
        let fits = |name: &&str| {
            let named = |(place, column): &&(usize, &Column<'_>)| {
                plain.get(*place).is_some_and(|heading| heading == name) && column.profile.fits(definition.kind)
            };
            free.iter().find(named).map(|(place, _)| *place)
        };
        let column = definition.headings.iter().find_map(fits);
        place(found, column, definition.element);
    }
}

/// The words of a heading in small letters without accents: `Código de la Escuela` and `SchoolCode` alike.
fn words(heading: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for character in heading.chars() {
        let begins =
            character.is_uppercase() && before.is_lowercase() || character.is_ascii_digit() != before.is_ascii_digit();
        if begins || !is_letter_or_digit(character) {
            words.push(String::new());
        }
        if is_letter_or_digit(character)
            && let Some(word) = words.last_mut()
        {
            word.push(match small(character) {
                'á' | 'à' | 'ã' => 'a',
                'é' | 'è' => 'e',
                'í' => 'i',
                'ó' | 'ò' => 'o',
                'ú' | 'ü' => 'u',
                'ñ' => 'n',
                other => other,
            });
        }
        before = character;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether a heading has all of these words; `num*` is a word that begins so.
fn has_all(words: &[String], wanted: &str) -> bool {
    wanted.split(' ').all(|wanted| match wanted.strip_suffix('*') {
        Some(beginning) => words.iter().any(|word| word.starts_with(beginning)),
        None => words.iter().any(|word| word == wanted),
    })
}

/// An element, the words of which a heading has all of one group, and words that it must not have.
type WordRule = (Element, &'static [&'static str], &'static str);

const NOT_A_STUDENT: &str =
    "school* sch teacher district test class course section escuela distrito prueba examen maestro";
const NOT_A_SCHOOL: &str =
    "district distrito lea previous prior student estudiante alumno level nivel year ano type tipo grade grado sending";
const NOT_A_STAY: &str = "birth english language ell lep iep program service* test* unit first";
const NOT_OF_A_SCHOOL: &str = "birth english language ell lep iep program service* test* unit term semester quarter";
const NOT_A_COUNT: &str = "date fecha code codigo status estado type tipo id* num*";
const NOT_A_GRADE: &str = "date fecha point average gpa promedio school* escuela";

/// The long names of columns, those that say most first.
const RULES: &[WordRule] = &[
    (Element::NcesSchool, &["nces"], ""),
    (
        Element::LowestGrade,
        &[
            "low* grade",
            "low* grades",
            "low* gr",
            "low* grd",
            "min* grade",
            "min* gr",
            "grade from",
            "grades from",
            "begin* grade",
            "start* grade",
            "grado min*",
            "grado inicial",
            "grado desde",
            "grado mas bajo",
        ],
        "date fecha",
    ),
    (
        Element::HighestGrade,
        &[
            "high* grade",
            "high* grades",
            "high* gr",
            "high* grd",
            "max* grade",
            "max* gr",
            "grade to",
            "grades to",
            "end* grade",
            "grado max*",
            "grado final",
            "grado hasta",
            "grado mas alto",
        ],
        "date fecha",
    ),
    (
        Element::StudentIdentifier,
        &[
            "student id*",
            "student num*",
            "student nbr",
            "student no",
            "student code",
            "pupil id*",
            "pupil num*",
            "learner id*",
            "state id",
            "local id",
            "perm id",
            "permanent id",
            "estudiante id*",
            "estudiante num*",
            "estudiante codigo",
            "alumno id*",
            "alumno num*",
            "alumno matricula",
            "alumno codigo",
            "alumno clave",
            "estudiante matricula",
        ],
        NOT_A_STUDENT,
    ),
    (
        Element::SchoolIdentifier,
        &[
            "school id*",
            "school num*",
            "school nbr",
            "school no",
            "school code",
            "sch id*",
            "sch num*",
            "sch nbr",
            "sch code",
            "sch no",
            "campus",
            "building num*",
            "building code",
            "building id*",
            "building",
            "site num*",
            "site code",
            "escuela id*",
            "escuela num*",
            "escuela codigo",
            "escuela clave",
            "plantel codigo",
            "plantel num*",
            "plantel clave",
            "centro codigo",
        ],
        NOT_A_SCHOOL,
    ),
    (
        Element::SchoolName,
        &["school name", "sch name", "campus name", "site name", "escuela nombre", "plantel nombre", "centro nombre"],
        NOT_A_SCHOOL,
    ),
    (
        Element::LeaIdentifier,
        &["district id*", "district num*", "district code", "distrito codigo", "distrito num*", "distrito id*"],
        "school student escuela",
    ),
    (
        Element::SchoolFullAcademicYear,
        &["full academic year", "fay", "year* continu*", "ano escolar completo", "ano academico completo"],
        "district distrito",
    ),
    (Element::CohortYear, &["cohort*", "grad* year", "ano graduacion"], ""),
    (
        Element::SchoolYear,
        &[
            "school year",
            "sch year",
            "sch yr",
            "academic year",
            "test year",
            "year",
            "yr",
            "ano escolar",
            "ano academico",
            "ciclo escolar",
        ],
        "birth grad* cohort*",
    ),
    (
        Element::Period,
        &[
            "test* window",
            "test* season",
            "administration name",
            "administration period",
            "test* administration",
            "periodo",
            "trimestre",
        ],
        "",
    ),
    (Element::TestType, &["test type", "assessment type", "tipo prueba", "tipo examen"], ""),
    (Element::Test, &["test name", "assessment name", "assessment title", "nombre prueba", "nombre examen"], ""),
    (Element::Subject, &["subject", "content area", "materia", "asignatura", "area academica"], ""),
    (
        Element::Participation,
        &["participa*", "tested", "test* status", "estado prueba", "estado examen", "examinado"],
        "grade grado subject",
    ),
    (
        Element::EnglishProficiency,
        &["english proficiency", "language proficiency", "nivel ingles", "dominio ingles"],
        "",
    ),
    (
        Element::Level,
        &[
            "performance level",
            "proficiency level",
            "achievement level",
            "perf* lev*",
            "prof* lev*",
            "ach* lev*",
            "performance band",
            "performance cat*",
            "nivel desempeno",
            "nivel logro",
            "nivel rendimiento",
            "nivel aprovechamiento",
            "nivel competencia",
        ],
        "",
    ),
    (Element::Growth, &["growth perc*", "sgp", "percentil* crecimiento"], ""),
    (Element::Score, &["scale* score", "rit score", "score", "puntaje", "puntuacion", "calificacion escala"], ""),
    (
        Element::EnglishLearner,
        &[
            "english learner",
            "english language learner",
            "ell",
            "lep",
            "el status",
            "el flag",
            "el ind*",
            "el yn",
            "el code",
            "multilingual learner",
            "emergent bilingual",
            "aprend* ingles",
            "ingles segundo idioma",
        ],
        "level nivel date fecha",
    ),
    (
        Element::EconomicDisadvantage,
        &[
            "econ* dis*",
            "lunch",
            "frl",
            "frpl",
            "meal status",
            "meal code",
            "low income",
            "poverty",
            "almuerzo",
            "desventaja econ*",
            "bajos ingresos",
            "bajos recursos",
        ],
        "date fecha",
    ),
    (
        Element::Disability,
        &["iep", "disab*", "special ed*", "sped", "swd", "idea", "discapacidad*", "educacion especial"],
        "date fecha type tipo",
    ),
    (Element::Section504, &["504"], "date fecha"),
    (Element::Gifted, &["gifted*", "gt", "talent*", "superdotad*", "dotad*"], "date fecha type"),
    (Element::Migrant, &["migra*"], "date fecha"),
    (Element::Homeless, &["homeless*", "mckinney", "sin hogar"], "date fecha"),
    (Element::Foster, &["foster", "acogida", "crianza"], "date fecha"),
    (Element::Military, &["militar*"], "date fecha"),
    (Element::TitleOne, &["title i", "title 1", "titulo i"], ""),
    (Element::Sex, &["sex", "gender", "sexo", "genero"], ""),
    (Element::TwoOrMoreRaces, &["two more", "multiracial", "dos razas"], ""),
    (Element::Hispanic, &["hispanic", "latin*", "hispan*"], "non not no"),
    (Element::AmericanIndian, &["american indian", "alaska*", "native american", "indigena*"], ""),
    (Element::Asian, &["asian", "asiatic*"], ""),
    (Element::Black, &["black", "african*", "afro*"], ""),
    (Element::PacificIslander, &["pacific", "hawai*"], ""),
    (Element::White, &["white", "blanc*"], ""),
    (Element::Race, &["race", "ethnic*", "raza", "etni*", "origen etnico"], "date"),
    (
        Element::DaysAbsent,
        &[
            "days absen*",
            "days missed",
            "days abs",
            "days out",
            "absences",
            "dias ausen*",
            "dias perdidos",
            "dias falt*",
            "ausencias",
            "inasistencias",
            "faltas",
        ],
        "possible enrolled",
    ),
    (Element::DaysPresent, &["days present", "days attend*", "days here", "dias asist*", "dias presente"], "possible"),
    (
        Element::DaysEnrolled,
        &[
            "days enrol*",
            "days member*",
            "days possible",
            "days on roll",
            "days on rolls",
            "days on books",
            "dias inscri*",
            "dias matricul*",
            "dias posibles",
        ],
        "absen* missed present attend*",
    ),
    (Element::AttendanceDate, &["attendance date", "absence date", "fecha asistencia", "fecha ausencia"], ""),
    (
        Element::AttendanceStatus,
        &[
            "attendance code",
            "attendance status",
            "absence code",
            "absence type",
            "asistencia codigo",
            "asistencia estado",
        ],
        "",
    ),
    (
        Element::EntryDate,
        &["entry date", "enroll* date", "start date", "fecha ingreso", "fecha inscripcion", "fecha entrada"],
        NOT_A_STAY,
    ),
    (
        Element::EntryDate,
        &["first day*", "date entered", "enter* date", "day entered", "admi* date", "primer dia", "fecha alta"],
        NOT_OF_A_SCHOOL,
    ),
    (
        Element::ExitDate,
        &["exit date", "withdraw* date", "end date", "fecha salida", "fecha baja", "fecha retiro"],
        NOT_A_STAY,
    ),
    (
        Element::ExitDate,
        &[
            "last day*",
            "date exited",
            "date left",
            "day left",
            "leav* date",
            "date withdrawn",
            "drop date",
            "ultimo dia",
        ],
        NOT_OF_A_SCHOOL,
    ),
    (Element::DroppedOut, &["dropout", "drop out", "dropped", "deserc*", "deserto", "abandono"], "date fecha"),
    (Element::OnTrack, &["on track", "encaminad*"], ""),
    (Element::Postsecondary, &["college", "postsecondary", "postsecundari*", "universidad"], "date name nombre ready"),
    (Element::Graduated, &["graduat*", "grad status", "grad flag", "graduad*", "graduo"], "date fecha year"),
    (Element::Governance, &["governance", "charter", "school type", "tipo escuela"], ""),
    (Element::Region, &["region", "network", "zona"], ""),
    (Element::Seats, &["seats", "capacity", "cupos", "plazas"], ""),
    (
        Element::Enrollment,
        &[
            "enrollment",
            "enrolment",
            "student count",
            "students enrolled",
            "total students",
            "num* students",
            "matricula total",
            "total alumnos",
            "total estudiantes",
        ],
        NOT_A_COUNT,
    ),
    (Element::Grade, &["grade", "grado", "gr", "grd"], NOT_A_GRADE),
    (Element::SchoolName, &["school", "escuela", "plantel"], NOT_A_SCHOOL),
];

/// By the words of long headings, where what stands below is written as the element is.
fn by_words(columns: &[Column<'_>], found: &mut [Option<Element>]) {
    for (element, groups, without) in RULES {
        if found.contains(&Some(*element)) {
            continue;
        }
        let column = open(columns, found).into_iter().find(|(_, column)| {
            let words = words(column.heading);
            let excluded = without.split(' ').any(|word| !word.is_empty() && has_all(&words, word));
            !excluded && groups.iter().any(|group| has_all(&words, group)) && holds(*element, &column.profile)
        });
        place(found, column.map(|(place, _)| place), *element);
    }
}

/// Whether a column of which the heading only speaks of an element holds what the element is.
fn holds(element: Element, profile: &Profile<'_>) -> bool {
    match element {
        Element::Level | Element::Subject | Element::Test | Element::Period | Element::Governance => {
            profile.distinct.len() <= 20
        }
        Element::SchoolYear | Element::CohortYear => profile.distinct.len() <= 12 && profile.mostly(ElementKind::Year),
        // A column a race says yes or no; one of races doesn't.
        element if RACE_FLAGS.contains(&element) => {
            profile.mostly(ElementKind::YesNo) && profile.fits(ElementKind::YesNo)
        }
        element => profile.fits(element.kind()),
    }
}

/// An element, the words of which its heading has one, and what its cells are like.
type ContentRule = (Element, &'static [&'static str], fn(&Profile<'_>) -> bool);

const CONTENTS: [ContentRule; 10] = [
    // The heading says it: a student may have a row a day.
    (Element::StudentIdentifier, &["student", "pupil", "estudiante", "alumno", "sasid", "ssid"], |profile| {
        profile.distinct.len() > 1 && profile.all(|text| value::fits(ElementKind::Student, text))
    }),
    (Element::StudentIdentifier, &["stu", "id"], |profile| {
        // Nearly every row has its own, and a student may have a row a subject and year.
        profile.distinct.len() * 8 >= profile.filled
            && profile.distinct.len() > 1
            && profile.all(|text| value::fits(ElementKind::Student, text))
    }),
    (Element::SchoolYear, &["year", "yr", "term", "año"], |profile| {
        profile.distinct.len() <= 12 && profile.all(|text| value::fits(ElementKind::Year, text))
    }),
    (Element::Growth, &["growth", "sgp", "percentile", "crecimiento"], |profile| {
        profile.distinct.len() > 20 && profile.all(value::is_percentile)
    }),
    (Element::Grade, &["grade", "grado"], |profile| {
        profile.distinct.len() <= 16 && profile.all(|text| value::grade(text).is_some())
    }),
    (Element::Sex, &[""], |profile| {
        (2..=4).contains(&profile.distinct.len()) && profile.all(|text| value::sex(text).is_some())
    }),
    (Element::Race, &["race", "ethnic", "raza"], |profile| {
        profile.distinct.len() <= 12 && profile.all(|text| value::race(text).is_some())
    }),
    (Element::Level, &["level", "perf", "prof", "achieve", "nivel"], |profile| {
        (2..=6).contains(&profile.distinct.len())
    }),
    (Element::Score, &["score", "puntaje"], |profile| profile.distinct.len() > 8 && profile.all(value::is_number)),
    (Element::Subject, &["subject", "content", "materia"], |profile| (1..=20).contains(&profile.distinct.len())),
];

/// What a column holds tells what no heading tells.
fn by_content(columns: &[Column<'_>], found: &mut [Option<Element>]) {
    for (element, words, holds) in CONTENTS {
        if found.contains(&Some(element)) {
            continue;
        }
        let column = open(columns, found).into_iter().find(|(_, column)| {
            let plain = plain_name(column.heading);
            if element == Element::StudentIdentifier && is_of_others(column.heading) {
                return false;
            }
            words.iter().any(|word| plain.contains(word)) && holds(&column.profile)
        });
        place(found, column.map(|(place, _)| place), element);
    }
}

/// Whether a heading with the word student, or with `id` in it, numbers something else, or counts: `Students`, `District ID`.
fn is_of_others(heading: &str) -> bool {
    let words = words(heading);
    let any = |list: &str| list.split(' ').any(|word| has_all(&words, word));
    any(NOT_A_STUDENT) || any("students estudiantes alumnos pupils count* total* enrol* capacity percent* residents")
}

/// A column `School` that holds numbers has no names in it.
fn numbered_schools(columns: &[Column<'_>], found: &mut [Option<Element>]) {
    if found.contains(&Some(Element::SchoolIdentifier)) {
        return;
    }
    let named = found.iter().position(|element| *element == Some(Element::SchoolName));
    let digits = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit()) && !text.contains(' ');
    let numbered = named.filter(|place| columns.get(*place).is_some_and(|column| column.profile.all(digits)));
    place(found, numbered, Element::SchoolIdentifier);
}

/// The table that has these elements.
fn table_of(elements: &[Option<Element>]) -> StudentTable {
    let has = |wanted: &[Element]| wanted.iter().any(|element| elements.contains(&Some(*element)));
    if !has(&[Element::StudentIdentifier]) && has(&[Element::SchoolIdentifier, Element::SchoolName]) {
        return StudentTable::Schools;
    }
    let of_cycles = has(&[Element::AdministrationDate, Element::AdministrationNumber]);
    let points = has(&[Element::PointsEarned]) && has(&[Element::PointsPossible]);
    if points || has(&[Element::OnTrackInCycle]) || (of_cycles && has(&[Element::Subtest])) {
        return StudentTable::Interim;
    }
    if has(&[Element::Score, Element::Level, Element::Growth])
        && has(&[Element::Subject, Element::Test, Element::Score])
    {
        return StudentTable::Assessments;
    }
    if has(&[Element::DaysAbsent, Element::DaysPresent, Element::AttendanceStatus, Element::AttendanceDate]) {
        return StudentTable::Attendance;
    }
    if has(&[Element::Graduated, Element::DroppedOut, Element::OnTrack, Element::Postsecondary]) {
        return StudentTable::Outcomes;
    }
    if has(&[Element::EntryDate, Element::ExitDate, Element::DaysEnrolled]) {
        return StudentTable::Enrollments;
    }
    if has(&[Element::Subject, Element::Test]) { StudentTable::Assessments } else { StudentTable::Students }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_taken_apart_into_words() {
        assert_eq!(words("Código de la Escuela (4 dígitos)"), ["codigo", "de", "la", "escuela", "4", "digitos"]);
        assert_eq!(words("SchoolCode"), ["school", "code"]);
        assert_eq!(words("ELA_SS2"), ["ela", "ss", "2"]);
        assert!(has_all(&words("Número de Estudiante"), "estudiante num*"));
        assert!(!has_all(&words("Number"), "student num*"));
    }
}

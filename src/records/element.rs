//! The columns that Evenhand knows in student-level files, by the names of the Common Education Data Standards (CEDS)
//! where the standard has one; and the headings that are recognized so as to be left out: names, birth dates, addresses.

use serde::{Serialize, Serializer};

use crate::letters::around;
use crate::notice::nearest;
use crate::policy::json::Json;
use crate::policy::notices::UnknownChoice;
use crate::policy::read::{Read, Reader};
use crate::tables::plain_name;

/// The tables that student-level files hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum StudentTable {
    /// One row a student, year, subject (and test, period, part of a test).
    #[default]
    Assessments,
    /// One row a student, or a student and year: the student groups.
    Students,
    /// One row a stay of a student at a school: days of membership.
    Enrollments,
    /// One row a student, school and year, or one row a student and day.
    Attendance,
    /// One row a student: graduation, dropout, on track, what came after school.
    Outcomes,
    /// One row a school.
    Schools,
    /// Interim results: one row a student, subject, cycle and standard or goal area.
    Interim,
}

impl StudentTable {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Assessments,
        Self::Students,
        Self::Enrollments,
        Self::Attendance,
        Self::Outcomes,
        Self::Schools,
        Self::Interim,
    ];
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum ElementKind {
    /// A student's identifier. It is kept inside the records and nowhere else.
    Student,
    /// An identifier of a school, a district or a class.
    Identifier,
    /// A school's name, or other text about a school.
    Text,
    /// A school year, by the year in which it ends.
    Year,
    /// A grade level.
    Grade,
    /// A name out of few: a subject, a test, a level.
    Name,
    /// Yes, no, or blank.
    YesNo,
    /// A sex.
    Sex,
    /// A race or ethnicity.
    Race,
    /// Elementary, middle or high.
    Span,
    /// Tested, not tested, excused.
    Participation,
    /// A number with at most three decimals.
    Number,
    /// A growth percentile, 1 to 99.
    Percentile,
    /// A calendar date.
    Date,
}

impl ElementKind {
    /// Whether the cells are numbers, of which somebody may say what stands before their decimals.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::Percentile)
    }
}

/// What is declared of an element.
#[derive(Debug, Clone, Copy)]
pub struct Definition {
    /// The element.
    pub element: Element,
    /// Its name in layouts and frameworks.
    pub name: &'static str,
    /// Its global id in CEDS, where the standard has it and it was looked up.
    pub ceds: Option<&'static str>,
    /// What its cells are.
    pub kind: ElementKind,
    /// Headings by which it goes, as [`plain_name`] writes them, the surest first.
    pub headings: &'static [&'static str],
}

macro_rules! elements {
    ($( $(#[$doc:meta])* $element:ident = $name:literal $(($ceds:literal))?, $kind:ident, [$($heading:literal),* $(,)?]; )*) => {
        /// A column that Evenhand knows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Element { $( $(#[$doc])* $element ),* }

        /// All elements, in their order.
        pub const ELEMENTS: &[Definition] = &[ $( Definition {
            element: Element::$element,
            name: $name,
            ceds: ceds_id!($($ceds)?),
            kind: ElementKind::$kind,
            headings: &[$($heading),*],
        } ),* ];

        /// The names of all elements: by themselves, because whoever reads a framework needs no more.
        pub const NAMES: &[&str] = &[ $($name),* ];

        impl Element {
            /// What is declared of it.
            pub fn definition(self) -> &'static Definition {
                const FIRST: Definition = Definition {
                    element: Element::StudentIdentifier, name: "", ceds: None, kind: ElementKind::Student, headings: &[],
                };
                ELEMENTS.iter().find(|definition| definition.element == self).unwrap_or(&FIRST)
            }
        }
    };
}

macro_rules! ceds_id {
    () => {
        None
    };
    ($id:literal) => {
        Some($id)
    };
}

elements! {
    /// The student.
    StudentIdentifier = "studentIdentifier"("001071"), Student, [
        "studentidentifier", "statestudentidentifier", "studentid", "stateid", "statestudentid", "studentstateid", "sasid", "ssid", "suid",
        "uniquestudentid", "uniqueid", "studentuniqueid", "studentnumber", "studentno", "studentnum", "localstudentid",
        "localstudentidentifier", "districtstudentid", "stuid", "studid", "pupilid", "pupilnumber", "lasid", "uic",
        "studentuserid", "usersourcedid", "studentsourcedid", "idestudiante", "identificacióndelestudiante", "id"];
    /// The school.
    SchoolIdentifier = "schoolIdentifier"("001069"), Identifier, [
        "schoolidentifier", "schoolid", "schoolnumber", "schoolcode", "schnumber", "schoolno", "schoolnum", "schid", "schcode", "schno",
        "stateschoolid", "schoolstateid", "stateschoolcode", "responsibleschoolcode", "responsibleschoolidentifier",
        "accountableschool", "accountableschoolid", "ncesschoolid", "ncessch", "ncesid", "cdscode", "campusid", "campusnumber",
        "campus", "buildingid", "buildingcode", "buildingirn", "bldgid", "siteid", "sitecode", "orgid", "orgcode", "msid", "dbn", "bedscode",
        "locationid", "schoolsourcedid", "orgsourcedid", "idescuela", "códigodeescuela", "codigodeescuela"];
    /// The school's name: it identifies the school where nothing else does.
    SchoolName = "nameOfInstitution", Text, [
        "nameofinstitution", "schoolname", "schname", "schoolnm", "campusname", "buildingname", "sitename", "school", "nombredelaescuela", "escuela"];
    /// The district.
    LeaIdentifier = "leaIdentifier"("001068"), Identifier, [
        "leaidentifier", "districtid", "districtnumber", "districtcode", "distnumber", "distcode", "leaid", "leacode", "responsibledistrictcode"];
    /// The school year, by the year in which it ends.
    SchoolYear = "schoolYear"("000243"), Year, [
        "schoolyear", "year", "academicyear", "reportingyear", "assessmentyear", "testyear", "testrecordyear", "schyear", "sy", "ay", "endyear", "fiscalyear",
        "termname", "term", "añoescolar", "año"];

    /// The subject of the test.
    Subject = "assessmentAcademicSubject"("000021"), Name, [
        "assessmentacademicsubject", "subject", "contentarea", "testsubject", "subjectarea", "subjectname", "assessmentsubject", "discipline", "measurementscale",
        "subjectcode", "testedsubject", "materia", "asignatura"];
    /// The name of the test.
    Test = "assessmentTitle", Name, [
        "assessmenttitle", "testname", "assessmentname", "assessment", "testtitle", "test", "prueba"];
    /// When in the year: autumn, winter, spring, a cycle.
    Period = "assessmentPeriod", Name, [
        "assessmentperiod", "period", "testperiod", "testwindow", "window", "testingwindow", "administration", "season", "cycle", "testseason", "ciclo"];
    /// A part of the test: a goal area, a standard.
    Subtest = "assessmentSubtestTitle", Name, [
        "assessmentsubtesttitle", "subtest", "subtestname", "goalarea", "goalname", "standard", "standardcode", "domain", "strand", "learningstandard", "skill"];
    /// The grade of the student.
    Grade = "gradeLevelWhenAssessed"("000126"), Grade, [
        "gradelevelwhenassessed", "grade", "gradelevel", "studentgrade", "testedgrade", "gradeassessed", "enrolledgrade", "currentgrade", "gradecode", "testgrade", "grades", "entrygradelevel", "gr", "grd", "grado"];
    /// The scale score.
    Score = "assessmentResultScoreValue", Number, [
        "assessmentresultscorevalue", "scalescore", "scaledscore", "score", "ss", "testscore", "testritscore", "ritscore", "rit", "resultscore", "puntaje"];
    /// The achievement level.
    Level = "assessmentPerformanceLevelIdentifier"("000717"), Name, [
        "assessmentperformancelevelidentifier", "achievementlevel", "performancelevel", "proficiencylevel", "perflvl", "perflevel", "proflevel", "level",
        "scalescoreachievementlevel", "achlevel", "perfcat", "performanceband", "nivel", "niveldelogro"];
    /// The growth percentile that the file brings. It is never computed here.
    Growth = "studentGrowthPercentile", Percentile, [
        "studentgrowthpercentile", "sgp", "growthpercentile", "mgp", "conditionalgrowthpercentile", "percentildecrecimiento"];
    /// Whether the student took the test.
    Participation = "assessmentRegistrationParticipationIndicator"("000025"), Participation, [
        "assessmentregistrationparticipationindicator", "participation", "participationindicator", "participated", "tested", "teststatus", "participationstatus", "testedstatus", "didnottestcode", "participó"];
    /// Whether the record counts for accountability, as the file itself says.
    Included = "includedInAccountability", YesNo, [
        "includedinaccountability", "includedpfwkcalcs", "includeinaccountability", "accountabilityflag", "includedinsummary"];
    /// Whether the student was at the school for a full academic year.
    SchoolFullAcademicYear = "schoolFullAcademicYear"("001763"), YesNo, [
        "schoolfullacademicyear", "fullacademicyear", "fay", "schoolfay", "fullacademicyearschool", "continuous", "continuousschool", "continuousinschool",
        "continuouslyenrolled", "schoolenrollmentstatus"];
    /// Whether the student was in the district for a full academic year.
    LeaFullAcademicYear = "leaFullAcademicYear", YesNo, [
        "leafullacademicyear", "districtfay", "leafay", "fullacademicyeardistrict", "continuousdistrict", "continuousindistrict", "districtenrollmentstatus"];

    /// The sex.
    Sex = "sex"("000255"), Sex, ["sex", "gender", "studentgender", "studentsex", "gendercode", "sexo", "género"];
    /// The race or ethnicity, as one value.
    Race = "raceAndEthnicity", Race, [
        "raceandethnicity", "raceethnicity", "raceeth", "race", "ethnicity", "ethnicitycode", "racecode", "federalraceethnicity", "studentethnicgroup", "ethnicgroup",
        "racialethnicgroup", "reportingethnicity", "raza", "etnia"];
    /// Hispanic or Latino, as a column of its own.
    Hispanic = "hispanicOrLatinoEthnicity", YesNo, ["hispanicorlatinoethnicity", "hispanic", "hispanicorlatino", "ethnicityhispaniclatino", "hispaniclatino"];
    /// American Indian or Alaska Native, as a column of its own.
    AmericanIndian = "americanIndianOrAlaskaNative", YesNo, ["americanindianoralaskanative", "americanindian", "raceamericanindianalaskannative", "raceamericanindianalaskanative", "americanindianalaskanative", "americanindianoralaskannative"];
    /// Asian, as a column of its own.
    Asian = "asian", YesNo, ["asian", "raceasian"];
    /// Black or African American, as a column of its own.
    Black = "blackOrAfricanAmerican", YesNo, ["blackorafricanamerican", "black", "raceblackafricanamerican", "blackafricanamerican"];
    /// Native Hawaiian or other Pacific Islander, as a column of its own.
    PacificIslander = "nativeHawaiianOrOtherPacificIslander", YesNo, ["nativehawaiianorotherpacificislander", "pacificislander", "racepacificislanderhawaiian", "nativehawaiian"];
    /// White, as a column of its own.
    White = "white", YesNo, ["white", "racewhite"];
    /// Two or more races, as a column of its own.
    TwoOrMoreRaces = "demographicRaceTwoOrMoreRaces", YesNo, ["demographicracetwoormoreraces", "twoormoreraces", "multiracial"];
    /// Of a minority, as the file defines it.
    Minority = "minority", YesNo, ["minority", "minorityyn"];
    /// Economically disadvantaged.
    EconomicDisadvantage = "economicDisadvantageStatus"("000086"), YesNo, [
        "economicdisadvantagestatus", "economicallydisadvantaged", "economicdisadvantage", "frl", "frlyn", "freereducedlunchstatus", "freereducedlunch", "frpl", "lunchstatus",
        "lowincome", "ecodis", "ecdis", "sed", "desventajaeconómica"];
    /// English learner.
    EnglishLearner = "englishLearnerStatus"("000180"), YesNo, [
        "englishlearnerstatus", "englishlearner", "el", "ell", "ellyn", "ellstatus", "elstatus", "lep", "lepstatus", "limitedenglishproficient", "emergentbilingual", "mll", "aprendizdeinglés"];
    /// How far an English learner is, as the file says.
    EnglishProficiency = "englishLearnerLevel", Name, ["englishlearnerlevel", "langprofcode", "languageproficiency", "englishproficiency", "englishlanguageacquisitionstatus"];
    /// With a disability (IDEA).
    Disability = "ideaIndicator", YesNo, [
        "ideaindicator", "iep", "iepyn", "iepstatus", "swd", "disability", "studentswithdisabilities", "studentwithdisabilities", "studentwithdisability", "specialeducation", "sped", "spedstatus", "discapacidad"];
    /// With a plan under section 504.
    Section504 = "section504Status", YesNo, ["section504status", "section504", "504plan", "plan504", "504status"];
    /// Gifted and talented.
    Gifted = "giftedAndTalentedIndicator", YesNo, [
        "giftedandtalentedindicator", "gifted", "giftedyn", "giftedandtalented", "giftedandtalentedprogramstatus", "gate", "gt", "tag"];
    /// Migrant.
    Migrant = "migrantStatus"("000189"), YesNo, ["migrantstatus", "migrant", "migrantyn", "migrante"];
    /// Homeless.
    Homeless = "homelessnessStatus"("000149"), YesNo, ["homelessnessstatus", "homeless", "homelessstatus", "mckinneyvento"];
    /// In foster care.
    Foster = "fosterCareStatus", YesNo, ["fostercarestatus", "foster", "fostercare"];
    /// Of a military family.
    Military = "militaryConnected"("001576"), YesNo, ["militaryconnected", "military", "militaryconnectedstudent", "militaryfamily"];
    /// In a program under Title I.
    TitleOne = "titleIStatus", YesNo, ["titleistatus", "titleiyn", "titlei", "title1"];
    /// Whether the growth suffices to reach the goal, as the file says.
    OnTrackGrowth = "onTrackGrowth", YesNo, ["ontrackgrowth", "ontrackyn", "mettarget", "growthtargetmet"];
    /// Elementary, middle or high, as the file says.
    Span = "schoolLevel", Span, ["schoollevel", "emhlevel", "emh", "span", "schoolspan"];
    /// Regular or alternate test.
    TestType = "assessmentTypeAdministered"("000415"), Name, ["assessmenttypeadministered", "assessmenttype", "testtype", "alternateassessment"];

    /// Days of membership at the school.
    DaysEnrolled = "numberOfDaysInMembership", Number, [
        "numberofdaysinmembership", "daysenrolled", "daysofmembership", "daysmembership", "membershipdays", "daysinmembership", "enrolleddays", "totaldays", "díasinscritos"];
    /// Days of absence.
    DaysAbsent = "numberOfDaysAbsent"("000201"), Number, [
        "numberofdaysabsent", "daysabsent", "absences", "absentdays", "totalabsences", "totaldaysabsent", "díasausente"];
    /// Days of attendance.
    DaysPresent = "numberOfDaysInAttendance", Number, ["numberofdaysinattendance", "daysinattendance", "dayspresent", "daysattended", "presentdays"];
    /// The day, of daily attendance.
    AttendanceDate = "attendanceEventDate", Date, ["attendanceeventdate", "attendancedate", "eventdate", "absencedate", "date", "schooldate", "fecha"];
    /// Present or absent, of daily attendance. The value is the part of the day absent.
    AttendanceStatus = "attendanceStatus", Name, ["attendancestatus", "attendance", "attendancecode", "attendanceeventtype", "status", "absencecode", "asistencia"];
    /// The first day at the school.
    EntryDate = "enrollmentEntryDate", Date, ["enrollmententrydate", "entrydate", "entry", "enrolldate", "enrollmentdate", "begindate", "startdate", "admitdate", "fechadeingreso"];
    /// The last day at the school.
    ExitDate = "enrollmentExitDate", Date, ["enrollmentexitdate", "exitdate", "exit", "withdrawaldate", "enddate", "leavedate", "fechadesalida"];

    /// The cohort of graduation: the year in which it is expected.
    CohortYear = "cohortGraduationYear", Year, ["cohortgraduationyear", "cohort", "cohortyear", "graduationcohort", "expectedgraduationyear", "ayg", "anticipatedyearofgraduation"];
    /// Whether the student graduated in time.
    Graduated = "highSchoolGraduationIndicator", YesNo, ["highschoolgraduationindicator", "graduated", "graduation", "graduate", "gradstatus", "graduationstatus", "ontimegraduate", "graduado"];
    /// Whether the student dropped out.
    DroppedOut = "dropoutIndicator", YesNo, ["dropoutindicator", "dropout", "droppedout", "dropoutstatus", "abandono"];
    /// Whether the student is on track to graduate.
    OnTrack = "onTrackToGraduate", YesNo, ["ontracktograduate", "ontrack", "freshmanontrack", "ninthgradeontrack", "fot"];
    /// Whether the student enrolled after school.
    Postsecondary = "postsecondaryEnrollmentIndicator", YesNo, ["postsecondaryenrollmentindicator", "postsecondary", "collegeenrollment", "enrolledincollege", "postsecondaryenrollment", "matriculated", "matriculation"];

    /// The school's number at the National Center for Education Statistics.
    NcesSchool = "ncesSchoolIdentifier", Identifier, ["ncesschoolidentifier", "ncesschoolid", "ncessch", "ncesid", "ncesnumber"];
    /// Who runs the school.
    Governance = "governance", Name, ["governance", "governancetype", "charter", "charterstatus", "schooltype", "operator", "gobierno"];
    /// What kind of school it is.
    Model = "schoolModel", Name, ["schoolmodel", "model", "instructionalmodel", "programmodel", "modelo"];
    /// Where it lies in the district.
    Region = "region", Name, ["region", "network", "area", "zone", "región"];
    /// The grades it serves, from.
    LowestGrade = "lowestGrade", Grade, ["lowestgrade", "gradelow", "lowgrade", "gradespanlow", "fromgrade", "mingrade", "gslo"];
    /// The grades it serves, to.
    HighestGrade = "highestGrade", Grade, ["highestgrade", "gradehigh", "highgrade", "gradespanhigh", "tograde", "maxgrade", "gshi"];
    /// How many students it has room for.
    Seats = "seats", Number, ["seats", "capacity", "programcapacity", "plazas"];
    /// How many students it has.
    Enrollment = "enrollment", Number, ["enrollment", "totalenrollment", "membership", "studentcount", "matrícula"];

    /// The day of an interim test, or the first day of its cycle.
    AdministrationDate = "assessmentAdministrationStartDate", Date, [
        "assessmentadministrationstartdate", "testdate", "teststartdate", "administrationdate", "dateadministered", "datetaken", "assessmentdate", "fechadelaprueba"];
    /// The place of a cycle among those of the year: 1, 2, 3.
    AdministrationNumber = "assessmentAdministrationNumber", Number, [
        "assessmentadministrationnumber", "cyclenumber", "administrationnumber", "windownumber", "númerodeciclo"];
    /// Points that the student earned on a standard, a goal area or the whole test.
    PointsEarned = "assessmentPointsEarned", Number, [
        "assessmentpointsearned", "pointsearned", "rawscore", "earnedpoints", "puntosobtenidos"];
    /// Points that could be earned there.
    PointsPossible = "assessmentPointsPossible", Number, [
        "assessmentpointspossible", "pointspossible", "possiblepoints", "maxpoints", "totalpoints", "puntosposibles"];
    /// Whether the student is on track in a cycle, as the file says.
    OnTrackInCycle = "assessmentOnTrackStatus", YesNo, [
        "assessmentontrackstatus", "ontrackstatus", "ontrackincycle", "interimontrack", "encaminado"];
}

impl Element {
    /// Its name in layouts and frameworks.
    pub fn name(self) -> &'static str {
        self.definition().name
    }

    /// What its cells are.
    pub fn kind(self) -> ElementKind {
        self.definition().kind
    }

    /// The element of that name.
    pub fn named(name: &str) -> Option<Self> {
        ELEMENTS.iter().find(|definition| definition.name == name).map(|definition| definition.element)
    }

    /// Its place among the dimensions of a profile, if it is one of them.
    pub fn dimension(self) -> Option<usize> {
        DIMENSIONS.iter().position(|dimension| *dimension == self)
    }
}

/// The elements whose values together make a profile: student groups, and what of a record is yes, no or blank.
pub const DIMENSIONS: [Element; 21] = [
    Element::Sex,
    Element::Race,
    Element::EconomicDisadvantage,
    Element::EnglishLearner,
    Element::Disability,
    Element::Gifted,
    Element::Migrant,
    Element::Minority,
    Element::SchoolFullAcademicYear,
    Element::LeaFullAcademicYear,
    Element::Included,
    Element::Span,
    Element::OnTrackGrowth,
    Element::EnglishProficiency,
    Element::Section504,
    Element::Homeless,
    Element::Foster,
    Element::Military,
    Element::TitleOne,
    Element::TestType,
    Element::LeaIdentifier,
];

/// The columns that together make one race, where a file has one column a race.
pub const RACE_FLAGS: [Element; 7] = [
    Element::Hispanic,
    Element::AmericanIndian,
    Element::Asian,
    Element::Black,
    Element::PacificIslander,
    Element::White,
    Element::TwoOrMoreRaces,
];

impl Serialize for Element {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Read for Element {
    fn blank() -> Self {
        Self::StudentIdentifier
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        let Some(written) = reader.text(json) else { return };
        match Self::named(written) {
            Some(element) => *self = element,
            None => {
                let names = || ELEMENTS.iter().map(|definition| definition.name);
                let suggestion = nearest(written, names());
                let choices = names().map(str::to_owned).collect();
                reader.tell(UnknownChoice { written: written.to_owned(), suggestion, choices });
            }
        }
    }
}

/// Parts of headings of what is never read: a person's names, birth date, address, telephone, mail, picture.
const PRIVATE: &[&str] = &[
    "lastname",
    "firstname",
    "middlename",
    "middleinitial",
    "surname",
    "givenname",
    "familyname",
    "studentname",
    "fullname",
    "preferredname",
    "preferredfirst",
    "preferredmiddle",
    "preferredlast",
    "legalname",
    "nickname",
    "suffix",
    "studentmi",
    "pupilname",
    "childname",
    "learnername",
    "teachername",
    "birthdate",
    "dateofbirth",
    "birthday",
    "birthdt",
    "birthplace",
    "cityofbirth",
    "stateofbirth",
    "countryofbirth",
    "address",
    "street",
    "zipcode",
    "postalcode",
    "homephone",
    "phone",
    "telephone",
    "mobile",
    "email",
    "mailto",
    "socialsecurity",
    "guardian",
    "parentname",
    "mothername",
    "fathername",
    "username",
    "password",
    "photo",
    "latitude",
    "longitude",
    "apellido",
    "nombredelestudiante",
    "nombreestudiante",
    "nombredelalumno",
    "nombrealumno",
    "nombrecompleto",
    "primernombre",
    "segundonombre",
    "fechadenacimiento",
    "nacimiento",
    "domicilio",
    "celular",
    "correo",
    "dirección",
    "direccion",
    "teléfono",
    "telefono",
    "contraseña",
];

/// Whether a column is never read: names, birth dates, addresses and the like. The bytes of its cells are passed over.
pub fn is_private(heading: &str) -> bool {
    let plain = plain_name(heading);
    let short = [
        "name",
        "mi",
        "nombre",
        "nombres",
        "dob",
        "studentdob",
        "ssn",
        "sms",
        "studentssn",
        "last",
        "first",
        "middle",
        "lname",
        "fname",
        "mname",
    ]
    .contains(&plain.as_str());
    short || PRIVATE.iter().any(|part| around(&plain, part).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_element_is_declared_once_and_found_by_its_name() {
        for definition in ELEMENTS {
            assert_eq!(Element::named(definition.name), Some(definition.element), "{}", definition.name);
            assert_eq!(definition.element.definition().name, definition.name);
            assert!(
                definition.headings.contains(&plain_name(definition.name).as_str())
                    || definition.name == "nameOfInstitution",
                "{}",
                definition.name
            );
            for heading in definition.headings {
                assert_eq!(plain_name(heading), *heading);
                assert!(!is_private(heading), "{heading} is a name of a column that is never read");
            }
        }
    }

    #[test]
    fn what_is_about_a_person_is_left_out() {
        for heading in [
            "LAST_NAME",
            "StudentFirstName",
            "Birth Date",
            "StudentDateOfBirth",
            "givenName",
            "Student Name",
            "email",
            "Home Phone",
            "StudentMI",
            "PreferredFirstName",
            "Last",
            "Nombre completo del estudiante",
            "Teacher Name",
        ] {
            assert!(is_private(heading), "{heading}");
        }
        for heading in [
            "SCHOOL_NAME",
            "DIST_NAME",
            "TEST_NAME",
            "GRADE",
            "Subject",
            "SessionName",
            "TermName",
            "DateFirstEnrolledInUSSchool",
        ] {
            assert!(!is_private(heading), "{heading}");
        }
    }
}

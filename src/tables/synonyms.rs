//! Names that publishers give to the columns of school-level files, in the form of [`plain_name`].

use super::names::plain_name;

/// Columns that identify a school, the surest first.
pub(super) const SCHOOL: &[&str] = &[
    "schoolid",
    "schoolidentifier",
    "schoolnumber",
    "schoolno",
    "schoolnum",
    "schoolcode",
    "stateschoolid",
    "stateschoolcode",
    "stateschoolidentifier",
    "schoolstateid",
    "localschoolid",
    "ncesschoolid",
    "ncessch",
    "ncesid",
    "cdscode",
    "cds",
    "campusid",
    "campusnumber",
    "campuscode",
    "campus",
    "campusidentifier",
    "schid",
    "schnumber",
    "schno",
    "schnum",
    "schcode",
    "buildingid",
    "buildingnumber",
    "buildingcode",
    "buildingirn",
    "bldgid",
    "bldgcode",
    "siteid",
    "sitecode",
    "sitenumber",
    "schoolirn",
    "irn",
    "beds",
    "bedscode",
    "dbn",
    "rcdts",
    "msid",
    "orgcode",
    "orgid",
    "organizationid",
    "organizationcode",
    "entitycd",
    "entityid",
    "entitycode",
    "locationid",
    "locationcode",
    "unitid",
    "agencycode",
    "schoolcd",
    "schcd",
    "sitecd",
    "buildingcd",
    "orgcd",
    "organizationcd",
    "instnnumber",
    "institutionnumber",
    "institutionid",
    "schoolinstitutionid",
    "instid",
    "schoolorganizationid",
    "schoolirnnumber",
    "idescuela",
    "numerodeescuela",
    "númerodeescuela",
    "códigodeescuela",
    "codigodeescuela",
    "school",
    "id",
    "code",
];

/// Columns that identify the district or agency of a school.
pub(super) const DISTRICT: &[&str] = &[
    "districtnumber",
    "districtid",
    "districtcode",
    "districtno",
    "districtnum",
    "districtidentifier",
    "distnumber",
    "distid",
    "distcode",
    "distno",
    "dist",
    "leaid",
    "leacode",
    "leanumber",
    "leaidentifier",
    "lea",
    "corpid",
    "corporationid",
    "corporationnumber",
    "districtirn",
    "countydistrictcode",
    "countydistrictnumber",
    "divisionnumber",
    "divisionnum",
    "systemcode",
    "systemid",
    "distcd",
    "districtcd",
    "divno",
    "divnum",
    "divisionno",
    "divisioncode",
    "sponsorcd",
    "sponsorcode",
    "schoolsystemcode",
    "schooldistnum",
    "system",
    "countycode",
    "countynumber",
    "district",
    "county",
    // Where nothing numbers the districts.
    "districtname",
    "distname",
    "leaname",
    "systemname",
    "divisionname",
];

/// Columns that name a school.
pub(super) const NAME: &[&str] = &[
    "schoolname",
    "schoolnm",
    "schname",
    "campusname",
    "buildingname",
    "bldgname",
    "sitename",
    "schoolsname",
    "nameofschool",
    "orgname",
    "organizationname",
    "entityname",
    "locationname",
    "campname",
    "instnname",
    "institutionname",
    "bldname",
    "shortname",
    "longname",
    "nombredelaescuela",
    "nombre",
    "escuela",
    "school",
    "campus",
    "name",
];

/// Columns that name the measure, in a file with one row a measure.
pub(super) const MEASURE: &[&str] = &[
    "indicator",
    "indicatorname",
    "measure",
    "measurename",
    "metric",
    "metricname",
    "fact",
    "factname",
    "element",
    "dataelement",
    "component",
    "componentname",
    "variable",
    "indicador",
    "medida",
];

/// Columns that hold the value, in a file with one row a measure.
pub(super) const VALUE: &[&str] = &[
    "value",
    "score",
    "result",
    "rate",
    "measurevalue",
    "metricvalue",
    "indicatorvalue",
    "metricscore",
    "indicatorscore",
    "measurescore",
    "percent",
    "percentage",
    "factvalue",
    "valor",
    "puntaje",
    "resultado",
];

/// Columns that may hold the value as well, where they hold numbers: elsewhere they are words beside it, or points for it.
pub(super) const VALUE_IF_NUMBERS: &[&str] = &[
    "pct",
    "currstatus",
    "currentstatus",
    "statusvalue",
    "status",
    "currentvalue",
    "number",
    "amount",
    "average",
    "points",
    "pointsearned",
    "porcentaje",
    "puntos",
];

/// Columns that name the year.
pub(super) const YEAR: &[&str] = &[
    "year",
    "schoolyear",
    "schyear",
    "academicyear",
    "reportingyear",
    "reportyear",
    "datayear",
    "fiscalyear",
    "endyear",
    "sy",
    "año",
    "añoescolar",
];

/// Columns that name the student group.
pub(super) const GROUP: &[&str] = &[
    "studentgroup",
    "studentsubgroup",
    "subgroup",
    "subgroupname",
    "studentgroupname",
    "groupname",
    "demographic",
    "demographicgroup",
    "demographiccategory",
    "reportingcategory",
    "reportinggroup",
    "populationgroup",
    "subpopulation",
    "subgrp",
    "group",
    "grupodeestudiantes",
    "grupo",
];

/// Columns that name a program within the school.
pub(super) const PROGRAM: &[&str] = &["program", "programname", "programa"];

/// Columns that name a span of grades within the school. It is like a program where rows differ in nothing else; elsewhere
/// it is known of the whole school.
pub(super) const SPAN: &[&str] = &[
    "emhlevel",
    "emh",
    "emhcode",
    "gradespan",
    "gradecluster",
    "gradeband",
    "gradegroup",
    "schoollevel",
    "educationlevel",
    "cluster",
    "gradelevel",
    "grade",
];

/// What the group is called that holds all students.
pub(super) const ALL_STUDENTS: &[&str] = &[
    "all",
    "allstudents",
    "allstudent",
    "total",
    "overall",
    "schoolwide",
    "wholeschool",
    "todos",
    "todoslosestudiantes",
];

/// What stands in a row that sums schools up.
pub(super) const SUMMARY: &[&str] = &[
    "total",
    "totals",
    "grandtotal",
    "subtotal",
    "average",
    "mean",
    "median",
    "state",
    "statewide",
    "statetotal",
    "stateaverage",
    "district",
    "districtwide",
    "districttotal",
    "districtaverage",
    "county",
    "countytotal",
    "all",
    "allschools",
    "overall",
    "sum",
    "totaldistrict",
    "totalstate",
    "estado",
    "distrito",
    "promedio",
];

/// Columns that only a file of students has.
const STUDENT: &[&str] = &[
    "sasid",
    "lasid",
    "ssid",
    "stuid",
    "pupilid",
    "pupilnumber",
    "pupilidentifier",
    "studentname",
    "studentlastname",
    "studentfirstname",
    "lastorsurname",
    "studentdateofbirth",
    "studentdob",
    "studentbirthdate",
    "studentssn",
    "vendortestrecordid",
    "testrecordid",
];

/// Ends of names of columns that only a file of students has.
const STUDENT_ENDS: &[&str] = &[
    "studentid",
    "studentidentifier",
    "studentnumber",
    "studentno",
    "studentstateid",
    "studentlocalid",
    "studentuuid",
    "studenttestuuid",
    "studentuniqueid",
    "studentusi",
];

/// The column by which a file is one of students, if it is.
pub(super) fn student_column(headers: &[String]) -> Option<&str> {
    let plain: Vec<String> = headers.iter().map(|header| plain_name(header)).collect();
    let find = |test: &dyn Fn(&str) -> bool| {
        plain.iter().position(|name| test(name)).and_then(|index| headers.get(index)).map(String::as_str)
    };
    if let Some(column) = find(&|name| STUDENT.contains(&name) || STUDENT_ENDS.iter().any(|end| name.ends_with(end))) {
        return Some(column);
    }
    // Names of persons may also be those of principals: students have a grade, a birth date or a sex beside them.
    let has = |names: &[&str]| plain.iter().any(|name| names.contains(&name.as_str()));
    let person = has(&["firstname"]) && has(&["lastname", "surname"]);
    let student =
        has(&["grade", "gradelevel", "birthdate", "dateofbirth", "dob", "gender", "sex", "ethnicity", "race"]);
    if person && student { find(&|name| matches!(name, "lastname" | "surname")) } else { None }
}

/// Whether this is surely the name of a column that identifies or names a school, and no cell's own text.
pub(super) fn names_school_column(text: &str) -> bool {
    const WORDS: [&str; 13] =
        ["school", "campus", "id", "code", "name", "beds", "nombre", "escuela", "msid", "cds", "irn", "dbn", "rcdts"];
    if text.len() > 40 {
        return false;
    }
    let plain = plain_name(text);
    let known = |names: &[&str]| names.contains(&plain.as_str());
    (known(SCHOOL) || known(NAME)) && !known(&WORDS)
}

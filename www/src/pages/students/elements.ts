// What a column of student files can be, and what its texts can mean, in plain words. Which elements and values there are,
// the records' module says; here they have their words and their order.
import { id, t } from "../../text/messages.js";

/** Element → its words, by groups. */
const GROUPS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    id("elements-where"),
    {
      studentIdentifier: id("element-student"),
      schoolIdentifier: id("element-school"),
      nameOfInstitution: id("element-school-name"),
      leaIdentifier: id("element-district"),
      schoolYear: id("element-year"),
      gradeLevelWhenAssessed: id("element-grade"),
      schoolLevel: id("element-span"),
    },
  ],
  [
    id("elements-test"),
    {
      assessmentAcademicSubject: id("element-subject"),
      assessmentTitle: id("element-test"),
      assessmentPeriod: id("element-period"),
      assessmentAdministrationNumber: id("element-cycle"),
      assessmentAdministrationStartDate: id("element-cycle-date"),
      assessmentSubtestTitle: id("element-subtest"),
      assessmentTypeAdministered: id("element-test-type"),
      assessmentResultScoreValue: id("element-score"),
      assessmentPointsEarned: id("element-points-earned"),
      assessmentPointsPossible: id("element-points-possible"),
      assessmentPerformanceLevelIdentifier: id("element-level"),
      studentGrowthPercentile: id("element-growth"),
      assessmentOnTrackStatus: id("element-cycle-on-track"),
      onTrackGrowth: id("element-growth-goal"),
      assessmentRegistrationParticipationIndicator: id("element-participation"),
      includedInAccountability: id("element-included"),
      schoolFullAcademicYear: id("element-school-fay"),
      leaFullAcademicYear: id("element-district-fay"),
    },
  ],
  [
    id("elements-groups"),
    {
      sex: id("element-sex"),
      raceAndEthnicity: id("element-race"),
      economicDisadvantageStatus: id("element-low-income"),
      englishLearnerStatus: id("element-english-learner"),
      englishLearnerLevel: id("element-english-level"),
      ideaIndicator: id("element-disability"),
      section504Status: id("element-section-504"),
      giftedAndTalentedIndicator: id("element-gifted"),
      migrantStatus: id("element-migrant"),
      homelessnessStatus: id("element-homeless"),
      fosterCareStatus: id("element-foster"),
      militaryConnected: id("element-military"),
      titleIStatus: id("element-title-one"),
      minority: id("element-minority"),
    },
  ],
  [
    id("elements-races"),
    {
      hispanicOrLatinoEthnicity: id("element-hispanic"),
      americanIndianOrAlaskaNative: id("element-american-indian"),
      asian: id("element-asian"),
      blackOrAfricanAmerican: id("element-black"),
      nativeHawaiianOrOtherPacificIslander: id("element-pacific-islander"),
      white: id("element-white"),
      demographicRaceTwoOrMoreRaces: id("element-two-races"),
    },
  ],
  [
    id("elements-attendance"),
    {
      numberOfDaysInMembership: id("element-days-enrolled"),
      numberOfDaysAbsent: id("element-days-absent"),
      numberOfDaysInAttendance: id("element-days-present"),
      attendanceEventDate: id("element-attendance-date"),
      attendanceStatus: id("element-attendance-status"),
      enrollmentEntryDate: id("element-entry"),
      enrollmentExitDate: id("element-exit"),
    },
  ],
  [
    id("elements-outcomes"),
    {
      cohortGraduationYear: id("element-cohort"),
      highSchoolGraduationIndicator: id("element-graduated"),
      dropoutIndicator: id("element-dropped-out"),
      onTrackToGraduate: id("element-on-track"),
      postsecondaryEnrollmentIndicator: id("element-postsecondary"),
    },
  ],
  [
    id("elements-schools"),
    {
      ncesSchoolIdentifier: id("element-nces"),
      governance: id("element-governance"),
      schoolModel: id("element-model"),
      region: id("element-region"),
      lowestGrade: id("element-lowest-grade"),
      highestGrade: id("element-highest-grade"),
      seats: id("element-seats"),
      enrollment: id("element-enrollment"),
    },
  ],
];

/** Value → its words. A value without words stands for itself, like a grade or a level. */
const VALUES: Readonly<Record<string, string>> = {
  Yes: id("mean-yes"),
  No: id("mean-no"),
  Female: id("mean-female"),
  Male: id("mean-male"),
  Nonbinary: id("mean-nonbinary"),
  "Hispanic or Latino": id("element-hispanic"),
  "American Indian or Alaska Native": id("element-american-indian"),
  Asian: id("element-asian"),
  "Black or African American": id("element-black"),
  "Native Hawaiian or Other Pacific Islander": id("element-pacific-islander"),
  White: id("element-white"),
  "Two or More Races": id("element-two-races"),
  Elementary: id("mean-elementary"),
  Middle: id("mean-middle"),
  High: id("mean-high"),
  Tested: id("mean-tested"),
  NotTested: id("mean-not-tested"),
  Excused: id("mean-excused"),
  Present: id("mean-present"),
  "Half day": id("mean-half-day"),
  Absent: id("mean-absent"),
};

const ALL: Readonly<Record<string, string>> = Object.assign({}, ...GROUPS.map(([, elements]) => elements));

/** The groups of elements, with the words of each. */
export const elementGroups = (): readonly {
  readonly label: string;
  readonly elements: readonly (readonly [string, string])[];
}[] =>
  GROUPS.map(([label, elements]) => ({
    label: t(label),
    elements: Object.entries(elements).map(([element, words]) => [element, t(words)] as const),
  }));

/** The words of all elements, by their names: for notices, too. */
export const elementWords = (): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(ALL).map(([element, words]) => [element, t(words)]));

export const elementName = (element: string): string => (element in ALL ? t(ALL[element] ?? element) : element);

export const valueName = (value: string): string => (value in VALUES ? t(VALUES[value] ?? value) : value);

/** All elements that have words: the test holds them against the module's. */
export const ELEMENT_NAMES: readonly string[] = Object.keys(ALL);

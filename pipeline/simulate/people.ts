import type {Random} from "./random.js";

/** An invented person, as a provider would know them. */
export interface Person {
  familyName: string;
  givenNames: string;
  birthDate: string;
  sex: "F" | "M";
  ethnicity: string;
  difficulty: string;
  disability: string;
  attainment: string;
  homePostcode: string;
  workPostcode: string;
}

const ONSETS = [
  "b",
  "br",
  "d",
  "dr",
  "f",
  "g",
  "gl",
  "h",
  "j",
  "k",
  "kl",
  "l",
  "m",
  "n",
  "p",
  "r",
  "s",
  "t",
  "tr",
  "v",
  "z"
];
const VOWELS = ["a", "e", "i", "o", "u", "ae", "oa", "é", "ö"];
const VOWEL_WEIGHTS = VOWELS.map((vowel, index): readonly [string, number] => [
  vowel,
  index < 5 ? 20 : index < 7 ? 5 : 1
]);
const ENDINGS = ["ck", "l", "m", "n", "nd", "rt", "s", "x", "zz", "ft"];

/** Returns an invented person of the given sex, living and working at districts of the unused letter Q. */
export function inventPerson(
  source: Random,
  {home, work, femaleShare, minority}: {home: string; work: string; femaleShare: number; minority: number}
): Person {
  const sex = source.chance(femaleShare) ? "F" : "M";
  const hasDisability = source.chance(0.06);
  return {
    familyName: inventName(source, 3),
    givenNames: inventName(source, 2),
    birthDate: birthDate(source),
    sex,
    ethnicity: ethnicity(source, minority),
    difficulty: hasDisability ? "1" : source.chance(0.04) ? "9" : "2",
    disability: hasDisability ? source.weighted(DISABILITIES) : "98",
    attainment: source.weighted(ATTAINMENTS),
    homePostcode: postcode(source, home),
    workPostcode: postcode(source, work)
  };
}

const SLIP_SHARE = 0.4;
const MOVED_SHARE = 0.12;
const REEMPLOYED_SHARE = 0.06;
const MARRIED_SHARE = 0.05; // of women
const UNDATED_SHARE = 0.03;

/**
 * Returns the person as another provider would write them: two in five with a slip in name, birth date or postcode, some
 * after a move, a marriage or in another job, some without birth date. `elsewhere` is a district they may have gone to.
 */
export function retell(source: Random, person: Person, {elsewhere}: {elsewhere: string}): Person {
  let told = source.chance(SLIP_SHARE) ? misspell(source, person) : person;
  if (source.chance(MOVED_SHARE)) {
    const district = source.chance(0.6) ? person.homePostcode.slice(0, -4) : elsewhere;
    told = {...told, homePostcode: postcode(source, district)};
  }
  if (source.chance(REEMPLOYED_SHARE)) told = {...told, workPostcode: postcode(source, elsewhere)};
  if (person.sex === "F" && source.chance(MARRIED_SHARE)) told = {...told, familyName: inventName(source, 3)};
  return source.chance(UNDATED_SHARE) ? {...told, birthDate: ""} : told;
}

function misspell(source: Random, person: Person): Person {
  const slip = source.integer(1, 5);
  if (slip === 1) return {...person, familyName: dropLetter(source, person.familyName)};
  if (slip === 2) return {...person, givenNames: swapLetters(source, person.givenNames)};
  if (slip === 3) return {...person, birthDate: swapDayAndMonth(person.birthDate)};
  if (slip === 4) return {...person, homePostcode: `${person.homePostcode.slice(0, -2)}ZZ`};
  return {...person, givenNames: person.givenNames.slice(0, 1)};
}

/** Returns a postcode of the district; no such postcode is in use. */
export function postcode(source: Random, district: string): string {
  const letters = "ABDEFGHJLN";
  return `${district} ${source.integer(1, 9)}${letters[source.integer(0, 9)]}${letters[source.integer(0, 9)]}`;
}

const DISABILITIES = [
  ["01", 5],
  ["02", 12],
  ["03", 14],
  ["04", 8],
  ["05", 28],
  ["07", 8],
  ["90", 4],
  ["97", 21]
] as const;

const ATTAINMENTS = [
  ["99", 18],
  ["7", 14],
  ["1", 34],
  ["2", 17],
  ["3", 8],
  ["4", 2],
  ["97", 3],
  ["98", 4]
] as const;

const MINORITIES = [
  ["11", 8],
  ["12", 18],
  ["13", 16],
  ["14", 5],
  ["15", 11],
  ["16", 14],
  ["17", 3],
  ["18", 4],
  ["19", 2],
  ["20", 2],
  ["21", 4],
  ["22", 2],
  ["98", 6]
] as const;

const MAJORITIES = [
  ["23", 92],
  ["24", 2],
  ["25", 3],
  ["99", 3]
] as const;

function ethnicity(source: Random, minority: number): string {
  return source.chance(minority) ? source.weighted(MINORITIES) : source.weighted(MAJORITIES);
}

/** Some names are far more common than others, as real ones are, so that two persons often share one. */
function inventName(source: Random, syllables: number): string {
  let name = "";
  let vowel: string | undefined;
  for (let index = 0; index < syllables; index++) {
    const onset = Math.floor(ONSETS.length * source.next() ** 4);
    const drawn = source.weighted(VOWEL_WEIGHTS);
    vowel ??= drawn;
    name += (ONSETS[(onset + 7 * index + 5 * VOWELS.indexOf(vowel)) % ONSETS.length] ?? "") + vowel;
  }
  name += ENDINGS[Math.floor(ENDINGS.length * source.next() ** 4)] ?? "";
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function birthDate(source: Random): string {
  const age = Math.min(64, Math.max(17, Math.round(38 + 9.5 * source.normal())));
  const month = String(source.integer(1, 12)).padStart(2, "0");
  return `${2003 - age}-${month}-${String(source.integer(1, 28)).padStart(2, "0")}`;
}

function dropLetter(source: Random, name: string): string {
  const at = source.integer(1, name.length - 1);
  return name.slice(0, at) + name.slice(at + 1);
}

function swapLetters(source: Random, name: string): string {
  const at = source.integer(1, name.length - 2);
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
}

/** Days above the twelfth cannot stand for a month: there the year slips by one instead. */
function swapDayAndMonth(date: string): string {
  const [year, month, day] = date.split("-");
  if (Number(day) <= 12 && day !== month) return `${year}-${day}-${month}`;
  return `${Number(year) + 1}-${month}-${day}`;
}

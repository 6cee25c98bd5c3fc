/** A learning aim as colleges run it; its reference stands in data/reference/aims.csv. */
export interface Course {
  reference: string;
  soc: string; // SOC 2000 code that providers give in A24
  femaleShare: number;
  days: readonly [number, number]; // shortest and longest planned length
  units: number; // 0 where the aim has none
  bodies: readonly string[];
}

const TA_BODIES = ["City & Guilds", "CACHE", "OCR"];

/** The LSC's pilots: full Level 2 aims, by how many of the learners take them. */
export const PILOT_COURSES: readonly (readonly [Course, number])[] = [
  [course("SYN02001", "6124", 0.96, [180, 290], 7, TA_BODIES), 24],
  [course("SYN02002", "4150", 0.94, [170, 280], 8, ["OCR", "City & Guilds"]), 30],
  [course("SYN02003", "6232", 0.14, [150, 270], 6, ["City & Guilds"]), 13],
  [course("SYN02004", "9244", 0.97, [150, 240], 6, ["CACHE", "City & Guilds"]), 17],
  [course("SYN02005", "4135", 0.9, [170, 280], 7, ["City & Guilds"]), 6],
  [course("SYN02006", "3111", 0.72, [180, 290], 8, ["City & Guilds"]), 6],
  [course("SYN02007", "3132", 0.35, [170, 280], 8, ["OCR", "City & Guilds"]), 4]
];

/** What else stands in the same files: other training of support staff, and learners who are none. */
export const OTHER_COURSES: readonly (readonly [Course, number])[] = [
  [course("SYN01002", "6124", 0.97, [230, 330], 7, TA_BODIES), 17],
  [course("SYN01003", "6124", 0.97, [280, 420], 10, TA_BODIES), 27],
  [course("SYN03001", "6121", 0.98, [290, 420], 10, ["CACHE"]), 9],
  [course("SYN04701", "", 0.7, [30, 70], 0, [""]), 6],
  [course("SYN08001", "", 0.75, [90, 200], 0, ["City & Guilds", "OCR"]), 4],
  [course("SYN08002", "", 0.75, [90, 200], 0, ["City & Guilds", "OCR"]), 4],
  [course("SYN09001", "", 0.92, [250, 330], 8, ["City & Guilds"]), 9],
  [course("SYN09002", "", 0.04, [250, 330], 8, ["City & Guilds"]), 8],
  [course("SYN09003", "", 0.6, [60, 250], 0, [""]), 10],
  [course("SYN09004", "", 0.7, [90, 200], 0, ["OCR"]), 6]
];

/** The ITQ is new: its few learners start from April 2004. */
export const ITQ = course("SYN04401", "", 0.8, [90, 200], 5, ["OCR", "City & Guilds"]);

/** Second aims, taken beside the first. */
export const SECOND_COURSES: readonly Course[] = [
  course("SYN05601", "", 0.9, [90, 200], 0, ["City & Guilds", "OCR"]),
  course("SYN05602", "", 0.9, [90, 200], 0, ["City & Guilds", "OCR"]),
  course("SYN08001", "", 0.9, [90, 200], 0, ["City & Guilds", "OCR"]),
  course("SYN08002", "", 0.9, [90, 200], 0, ["City & Guilds", "OCR"])
];

function course(
  reference: string,
  soc: string,
  femaleShare: number,
  ...[days, units, bodies]: [Course["days"], number, readonly string[]]
): Course {
  return {reference, soc, femaleShare, days, units, bodies};
}

/** Levels of the standard that these files can have, and the columns that each needs. */
export const LEVEL_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  National: [],
  Regional: ["region_code", "region_name"],
  "Local authority": ["old_la_code", "new_la_code", "la_name"]
};

/** Regions of the standard as it writes them; the capital of The Humber is checked. */
export const REGION_PAIRS: readonly string[] = [
  "E12000001 North East",
  "E12000002 North West",
  "E12000003 Yorkshire and The Humber",
  "E12000004 East Midlands",
  "E12000005 West Midlands",
  "E12000006 East of England",
  "E12000007 London",
  "E12000008 South East",
  "E12000009 South West"
];

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Time identifiers of the standard, and how many digits the period of each has. */
export const TIME_IDENTIFIERS: Readonly<Record<string, number>> = {
  "Calendar year": 4,
  "Reporting year": 4,
  "Academic year": 6,
  "Financial year": 6,
  "Tax year": 6,
  "Autumn term": 6,
  "Spring term": 6,
  "Summer term": 6,
  "Autumn and spring term": 6,
  ...Object.fromEntries(MONTHS.map((month) => [month, 4])),
  ...Object.fromEntries([1, 2, 3, 4].map((quarter) => [`Financial year Q${quarter}`, 6]))
};

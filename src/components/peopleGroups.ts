/** The characteristics of people that figures are broken down by, as a reader knows them, in the order of pages. */
export const CHARACTERISTICS = {
  "working pattern": "Hours",
  sex: "Sex",
  "age band": "Age",
  "ethnic group": "Ethnic group",
  disability: "Disability"
} as const;

export type Characteristic = keyof typeof CHARACTERISTICS;

/** Returns the characteristics in the order of pages. */
export const characteristics = (): Characteristic[] => Object.keys(CHARACTERISTICS) as Characteristic[];

/** Returns "staff aged 55 and over", "full-time staff": a group of people as a sentence names it. */
export function staffIn(characteristic: string, category: string): string {
  if (isUnknown(category)) return `staff whose ${characteristic} is not known`;
  if (characteristic === "age band") return `staff aged ${category.replace(/^Under/, "under")}`;
  if (characteristic === "working pattern") return `${category.toLowerCase().replace(" ", "-")} staff`;
  if (characteristic !== "ethnic group") return staffOf(category.replace(/^Not /, "non-"));
  return category === "Mixed" || /\bother\b/.test(category)
    ? `staff of ${ethnic(category)} ethnic group`
    : `${category} staff`;
}

const staffOf = (category: string): string => `${category.toLowerCase()} staff`;
const ethnic = (category: string): string => category.replace(/ ethnic group$/, "").replace(/^Mixed$/, "mixed");

/** Returns true for the group of those whose characteristic nobody stated. */
export const isUnknown = (category: string): boolean => /^(not[ _](known|stated|said)|unknown)/i.test(category);

/** Returns the groups of a characteristic in a reader's order: by age, else by the alphabet, and those not known last. */
export function inOrder<Row>(rows: readonly Row[], of: (row: Row) => string): Row[] {
  const rank = (category: string): string => `${isUnknown(category) ? 2 : /^Under/.test(category) ? 0 : 1}${category}`;
  return rows.toSorted((a, b) => (rank(of(a)) < rank(of(b)) ? -1 : 1));
}

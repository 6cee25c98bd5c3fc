/** A group of indicators, by the letters at the start of their names. */
export interface IndicatorFamily {
  code: string;
  name: string;
  question: string; // that its indicators help to answer
}

/** The families in reading order. */
export const FAMILIES: readonly IndicatorFamily[] = [
  {code: "OFF", name: "Offers of training", question: "Are support staff offered training, and how lately?"},
  {code: "UPT", name: "Uptake", question: "Who takes training up, in which roles and routes?"},
  {code: "DEM", name: "Demand", question: "Who wants training, and in what?"},
  {code: "OUT", name: "Outcomes", question: "Do those who start stay, finish and achieve?"},
  {
    code: "GAP",
    name: "Gaps in skills and qualifications",
    question: "Which skills and qualifications are missing, and in which roles?"
  },
  {code: "EQU", name: "Equality", question: "Is training offered and taken up alike, whoever people are?"},
  {code: "REG", name: "Regions and areas", question: "Do areas differ by more than chance?"},
  {code: "PRI", name: "Priorities and targets", question: "Is the plan on course?"},
  {code: "PLN", name: "Local plans", question: "Are local plans agreed, and followed?"},
  {code: "CAP", name: "Capacity", question: "Is there room to train and assess those who want it?"},
  {code: "FIN", name: "Money", question: "Where does the money go, and what does it buy?"},
  {
    code: "IAG",
    name: "Information, advice and barriers",
    question: "Do staff hear of what is open to them, and what stands in their way?"
  },
  {code: "WRK", name: "Workforce", question: "How many support staff are there?"},
  {
    code: "APP",
    name: "Apprenticeships",
    question: "How many people start and finish apprenticeships that are open to support roles today?"
  },
  {code: "QUA", name: "Quality of the returns", question: "How far can the returns be relied on?"}
];

/** Returns the family of an indicator; one of its own where it has none. */
export function familyOf(indicator: string): IndicatorFamily {
  const code = indicator.slice(0, 3);
  return FAMILIES.find((family) => family.code === code) ?? {code, name: code, question: ""};
}

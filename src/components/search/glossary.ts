/** A word of the site with its meaning, and where more is said of it. */
export interface Term {
  term: string;
  meaning: string;
  address: string;
}

/** Words that a reader may not know. */
export const GLOSSARY: readonly Term[] = [
  {term: "Base", meaning: "how many answers a percentage rests on, before weighting", address: "/methods#weights"},
  {
    term: "Bound",
    meaning: "a limit such as “fewer than half”, which says on which side a number lies and not where",
    address: "/methods#progress"
  },
  {
    term: "Ceiling",
    meaning: "a target of “up to” a number, which nobody can fall short of",
    address: "/methods#progress"
  },
  {
    term: "Confidence interval",
    meaning: "the range that would hold the true number in 19 of 20 surveys like this one",
    address: "/methods#errors"
  },
  {
    term: "Coverage",
    meaning: "how many of the senders expected have sent returns, and for what share of staff they stand",
    address: "/returns"
  },
  {
    term: "Disclosure control",
    meaning: "what is done so that nobody can be recognised in a published number",
    address: "/methods#protection"
  },
  {
    term: "Effective base",
    meaning: "the answers that would tell as much if all counted alike",
    address: "/methods#weights"
  },
  {term: "Estimated", meaning: "resting on a table for which no source was found", address: "/methods#assumed"},
  {
    term: "Funnel plot",
    meaning: "areas by size, between limits within which chance alone would leave nearly all of them",
    address: "/areas"
  },
  {
    term: "Linkage",
    meaning: "telling which learner references of several providers are one person",
    address: "/methods#people"
  },
  {term: "Low", meaning: "1 to 9, rounded to none; never a true zero", address: "/methods#protection"},
  {
    term: "Provisional",
    meaning: "a figure that rests on fewer than four in five of the returns expected",
    address: "/methods#protection"
  },
  {term: "Ratio", meaning: "one group’s percentage divided by another’s: 1 where both are alike", address: "/equality"},
  {
    term: "Route",
    meaning: "one of the lines along which support staff train and move on; people may be in several",
    address: "/qualifications"
  },
  {
    term: "Run-rate",
    meaning: "how many must start each month from now on to reach a target in time",
    address: "/progress"
  },
  {
    term: "Statistical neighbours",
    meaning: "the areas whose staff are most like its own, by category of staff and phase of school",
    address: "/areas"
  },
  {
    term: "Synthetic",
    meaning: "from returns that a simulator made, since nobody published the real ones; no finding about real staff",
    address: "/methods#assumed"
  },
  {
    term: "Trajectory",
    meaning: "where a count is heading, with the range of what may come",
    address: "/progress"
  },
  {
    term: "Unreliable",
    meaning: "resting on too few answers to be relied on, and so not shown",
    address: "/methods#protection"
  },
  {
    term: "Weighting",
    meaning: "letting each answer stand for as many staff as its chance of being drawn says",
    address: "/methods#weights"
  },
  {term: "Withheld", meaning: "not shown, so that no individual can be recognised", address: "/methods#protection"},
  {term: "CoVE", meaning: "Centre of Vocational Excellence", address: "/qualifications"},
  {term: "CSBM", meaning: "Certificate of School Business Management", address: "/progress"},
  {term: "DfES", meaning: "Department for Education and Skills", address: "/progress#short-names"},
  {term: "HLTA", meaning: "higher level teaching assistant", address: "/progress#short-names"},
  {term: "ILR", meaning: "individualised learner record, which colleges and providers send", address: "/returns"},
  {term: "LEA", meaning: "local education authority", address: "/areas"},
  {term: "LSC", meaning: "Learning and Skills Council, with 47 local councils", address: "/areas"},
  {term: "NAA", meaning: "National Assessment Agency", address: "/progress#short-names"},
  {term: "NCSL", meaning: "National College for School Leadership", address: "/progress#short-names"},
  {term: "NJC", meaning: "National Joint Council, whose profiles say which level a role calls for", address: "/gaps"},
  {term: "NVQ", meaning: "National Vocational Qualification", address: "/qualifications"},
  {term: "QTS", meaning: "qualified teacher status", address: "/qualifications"},
  {term: "TTA", meaning: "Teacher Training Agency", address: "/progress#short-names"}
];

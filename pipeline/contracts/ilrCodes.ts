/**
 * Code lists of the individualised learner record of the period. Those of A34 and A10 (to 42) come from the public data
 * dictionary of 2007/08; for the others no page of the period was found, and the columns' descriptions say so.
 */
export const COMPLETION_STATUS = {
  "1": "Continuing, or intending to continue",
  "2": "Completed the learning activities",
  "3": "Withdrawn",
  "4": "Transferred to a new aim"
} as const;

export const OUTCOME = {
  "1": "Achieved",
  "2": "Partial achievement",
  "3": "No achievement",
  "4": "Assessment completed, result not known",
  "5": "Learning complete, outcome not yet known",
  "9": "Study continuing"
} as const;

export const FUNDING_STREAM = {
  "10": "Adult and community learning",
  "20": "Further education",
  "30": "School sixth form",
  "40": "Work based learning",
  "41": "Work based learning, technical certificate within a framework",
  "42": "Work based learning, other aim within a framework",
  "70": "ESF co-financed only",
  "80": "Other LSC funding",
  "99": "No LSC funding"
} as const;

export const SEX = {F: "Female", M: "Male"} as const;

export const ETHNICITY = {
  "11": "Asian or Asian British: Bangladeshi",
  "12": "Asian or Asian British: Indian",
  "13": "Asian or Asian British: Pakistani",
  "14": "Asian or Asian British: any other Asian background",
  "15": "Black or Black British: African",
  "16": "Black or Black British: Caribbean",
  "17": "Black or Black British: any other Black background",
  "18": "Chinese",
  "19": "Mixed: White and Asian",
  "20": "Mixed: White and Black African",
  "21": "Mixed: White and Black Caribbean",
  "22": "Mixed: any other mixed background",
  "23": "White: British",
  "24": "White: Irish",
  "25": "White: any other White background",
  "98": "Any other",
  "99": "Not known or not provided"
} as const;

export const DIFFICULTY_OR_DISABILITY = {
  "1": "Considers that they have a learning difficulty, disability or health problem",
  "2": "Considers that they have none",
  "9": "No information provided"
} as const;

export const DISABILITY = {
  "01": "Visual impairment",
  "02": "Hearing impairment",
  "03": "Disability affecting mobility",
  "04": "Other physical disability",
  "05": "Other medical condition",
  "06": "Emotional or behavioural difficulties",
  "07": "Mental health difficulty",
  "08": "Temporary disability after illness or accident",
  "09": "Profound complex disabilities",
  "90": "Multiple disabilities",
  "97": "Other",
  "98": "No disability",
  "99": "Not known"
} as const;

export const PRIOR_ATTAINMENT = {
  "1": "Level 1",
  "2": "Full Level 2",
  "3": "Full Level 3",
  "4": "Level 4",
  "5": "Level 5 or above",
  "7": "Below Level 1",
  "97": "Other, level not known",
  "98": "Not known",
  "99": "No qualifications"
} as const;

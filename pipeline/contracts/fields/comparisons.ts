import {field, number, optional, text} from "./field.js";

/** Columns of the comparisons of areas and groups. */
export const COMPARISON_FIELDS = {
  family_id: field(text(), "Family", "Family of comparisons that are judged together."),
  compared_with: field(text(), "Compared with", "What each member of the family is compared with."),
  test: field(text(), "Test", "What the family's test is a test of."),
  reference: field(text(), "Reference", "What the area or group is compared with."),
  difference: field(number(), "Difference", "Area or group less reference, in the unit, whole; empty in a funnel."),
  ratio: field(number(), "Ratio", "Area or group over reference; empty in a funnel.", {decimals: 1}),
  ratio_lower: field(number(), "Ratio, lower limit", "Lower end of the interval of the ratio.", {decimals: 1}),
  ratio_upper: field(number(), "Ratio, upper limit", "Upper end of the interval of the ratio.", {decimals: 1}),
  is_different: field(
    text(),
    "Different",
    "'yes' where the family's test passes Benjamini–Hochberg at 5 per cent, 'no' where it does not, else 'cannot say'."
  ),
  funnel_position: field(
    optional(),
    "Position",
    "'inside', 'outside_95' or 'outside_998': where a rate of counts stands in the funnel, a prompt to look."
  )
} as const;

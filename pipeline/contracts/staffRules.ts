import {TOPICS} from "./lists.js";
import {among, atMost, filled, given, not, type Rule, sum, unequal, value} from "./rule.js";

const ALL_HOURS = sum("main_role_hours", "second_role_hours", "third_role_hours");

const notRepeated = (code: number, column: string, earlier: string): Rule => ({
  code,
  severity: "error",
  column,
  statement: unequal(column, earlier),
  expected: `another role than ${earlier}`,
  remedy: `Put all hours of the role under ${earlier} and empty ${column}.`
});

const roleBehind = (code: number, place: "second" | "third"): Rule => ({
  code,
  severity: "error",
  column: `${place}_role_id`,
  statement: given(filled(`${place}_role_hours`), filled(`${place}_role_id`)),
  expected: `a role for the hours in ${place}_role_hours`,
  remedy: `Fill ${place}_role_id or empty ${place}_role_hours.`
});

const notAboveMain = (code: number, place: "second" | "third"): Rule => ({
  code,
  severity: "warning",
  column: "main_role_hours",
  statement: atMost(`${place}_role_hours`, "main_role_hours"),
  expected: "most hours in the main role",
  remedy: `Exchange the main and the ${place} role.`
});

const takenIfOffered = (code: number, topic: string): Rule => ({
  code,
  severity: "warning",
  column: `taken_${topic}`,
  statement: given(among(`taken_${topic}`, "yes"), among(`offered_${topic}`, "yes")),
  expected: `taken_${topic} only where offered_${topic} is yes`,
  remedy: `Correct taken_${topic} or offered_${topic}.`
});

/** What the answers on one form of the staff questionnaire must agree on. */
export const STAFF_RULES: readonly Rule[] = [
  notRepeated(51, "second_role_id", "main_role_id"),
  notRepeated(52, "third_role_id", "main_role_id"),
  notRepeated(53, "third_role_id", "second_role_id"),
  roleBehind(54, "second"),
  roleBehind(55, "third"),
  {
    code: 56,
    severity: "error",
    column: "main_role_hours",
    statement: atMost(ALL_HOURS, value(60)),
    expected: "at most 60 hours a week over all roles",
    remedy: "Correct the hours; give hours of one week, not of a month or year."
  },
  {
    code: 57,
    severity: "warning",
    column: "main_role_hours",
    statement: atMost(ALL_HOURS, value(48)),
    expected: "at most 48 hours a week over all roles",
    remedy: "Check the hours with the school."
  },
  notAboveMain(58, "second"),
  notAboveMain(59, "third"),
  {
    code: 60,
    severity: "error",
    column: "started_24_months",
    statement: given(among("started_24_months", "yes"), among("offered_24_months", "yes")),
    expected: "started_24_months yes only where offered_24_months is yes",
    remedy: "Correct offered_24_months; training that was started had been offered."
  },
  {
    code: 61,
    severity: "error",
    column: "completed_24_months",
    statement: given(among("completed_24_months", "yes"), among("started_24_months", "yes")),
    expected: "completed_24_months yes only where started_24_months is yes",
    remedy: "Correct started_24_months or completed_24_months."
  },
  {
    code: 62,
    severity: "error",
    column: "last_offer_band",
    statement: given(among("offered_24_months", "yes"), among("last_offer_band", "0_12", "13_24")),
    expected: "a last offer in the 24 months where offered_24_months is yes",
    remedy: "Correct last_offer_band or offered_24_months."
  },
  {
    code: 63,
    severity: "error",
    column: "last_offer_band",
    statement: given(among("offered_24_months", "no"), among("last_offer_band", "25_60", "61_plus", "never")),
    expected: "no offer in the 24 months where offered_24_months is no",
    remedy: "Correct last_offer_band or offered_24_months."
  },
  {
    code: 64,
    severity: "warning",
    column: "wanted_topic",
    statement: given(among("wants_training", "no"), not(filled("wanted_topic"))),
    expected: "no topic where no training is wanted",
    remedy: "Empty wanted_topic or correct wants_training."
  },
  {
    code: 65,
    severity: "warning",
    column: "full_level_2",
    statement: given(among("highest_level", "below_1", "1"), among("full_level_2", "no", "dont_know")),
    expected: "no full Level 2 where the highest level is below 2",
    remedy: "Correct full_level_2 or highest_level."
  },
  ...Object.keys(TOPICS).map((topic, index) => takenIfOffered(66 + index, topic))
];

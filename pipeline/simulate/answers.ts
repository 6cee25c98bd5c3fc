import {BARRIERS, COMPETENCES, TOPICS} from "../contracts/lists.js";
import {
  ASPIRATIONS,
  BARRIER_SHARES,
  COMPETENCE_MEAN,
  ITEM,
  LEVELS_ABOVE,
  LEVELS_BELOW,
  TOPIC_SHARES
} from "./answerTruth.js";
import type {Person} from "./person.js";
import type {Random} from "./random.js";
import type {School} from "./school.js";
import {DISCUSSED_SHARE, HEAD_FORGETS, ROLES, WANTS_SHARE} from "./truth.js";

type Topic = keyof typeof TOPICS;
type Cells = Record<string, string>;

/** Returns what is written on a form: what happened to the person, as remembered and as filled in. */
export function answer(random: Random, person: Person, {school, kind}: {school: School; kind: "self" | "head"}): Cells {
  return {
    main_role_id: person.role,
    main_role_hours: String(person.hours),
    ...(person.second ? {second_role_id: person.second.role, second_role_hours: String(person.second.hours)} : {}),
    ...(person.third ? {third_role_id: person.third.role, third_role_hours: String(person.third.hours)} : {}),
    working_pattern: person.pattern,
    service_years: orBlank(random, String(person.service)),
    ...offer(random, person, kind),
    ...wishes(random, person),
    needs_discussed_12_months: known(
      random,
      random.chance(DISCUSSED_SHARE[school.isInvestor ? "investors" : "others"])
    ),
    ...attainment(random, person),
    sex: orBlank(random, person.sex),
    age_band: orBlank(random, person.age),
    ethnicity: random.chance(ITEM.notStated) ? "not_stated" : person.ethnicity,
    disability: random.chance(ITEM.notStated) ? "not_stated" : person.disability
  };
}

function offer(random: Random, person: Person, kind: "self" | "head"): Cells {
  const isForgotten = kind === "head" && random.chance(HEAD_FORGETS);
  const isOffered = person.isOffered && !isForgotten;
  const said = known(random, isOffered);
  if (said !== "yes" && said !== "no") return {offered_24_months: said};
  if (said === "no")
    return {offered_24_months: said, last_offer_band: lastOffer(random, person), started_24_months: "no"};
  const topics = chooseTopics(random, person);
  const taken = person.isStarted ? chooseTaken(random, topics) : [];
  return {
    offered_24_months: said,
    last_offer_band: random.chance(0.66) ? "0_12" : "13_24",
    offered_by: random.weighted([
      ["school", 46],
      ["lea", 33],
      ["college", 9],
      ["provider", 6],
      ["union", 2],
      ["other", 4]
    ]),
    ...ticks("offered", topics),
    ...ticks("taken", taken),
    started_24_months: person.isStarted ? "yes" : "no",
    ...(person.isStarted ? {completed_24_months: person.isCompleted ? "yes" : "no"} : {})
  };
}

function lastOffer(random: Random, {service}: Person): string {
  if (service < 2) return "never";
  return random.weighted([
    ["25_60", 34],
    ["61_plus", service > 5 ? 24 : 0],
    ["never", 52]
  ]);
}

function chooseTopics(random: Random, {role, service}: Person): Topic[] {
  const shares = TOPIC_SHARES[ROLES[role].category];
  const chosen = (Object.keys(TOPICS) as Topic[]).filter((topic) =>
    random.chance(topic === "induction" && service < 2 ? 0.7 : shares[topic])
  );
  return chosen.length > 0 ? chosen : ["role_specific"];
}

function chooseTaken(random: Random, topics: readonly Topic[]): Topic[] {
  const taken = topics.filter(() => random.chance(0.72));
  return taken.length > 0 ? taken : topics.slice(0, 1);
}

/** Every topic is answered where any was offered; the boxes left empty mean no. */
function ticks(prefix: string, chosen: readonly Topic[]): Cells {
  return Object.fromEntries(
    Object.keys(TOPICS).map((topic) => [`${prefix}_${topic}`, chosen.some((of) => of === topic) ? "yes" : "no"])
  );
}

function wishes(random: Random, person: Person): Cells {
  const wants = known(random, random.chance(WANTS_SHARE));
  const missed = person.isStarted ? "no" : known(random, random.chance(wants === "yes" ? 0.55 : 0.12));
  const reasons = Object.entries(BARRIER_SHARES).filter(([, share]) => random.chance(share));
  const barriers = missed === "yes" ? (reasons.length > 0 ? reasons : [["other", 1] as const]) : [];
  return {
    wants_training: wants,
    ...(wants === "yes" ? {wanted_topic: random.weighted(WANTED)} : {}),
    wanted_not_taken: missed,
    ...(missed === "yes"
      ? Object.fromEntries(
          Object.keys(BARRIERS).map((name) => [`barrier_${name}`, barriers.some(([of]) => of === name) ? "yes" : "no"])
        )
      : {}),
    aspiration: orBlank(random, random.weighted(ASPIRATIONS))
  };
}

const WANTED = [
  ["qualification", 30],
  ["role_specific", 24],
  ["e_skills", 20],
  ["behaviour", 14],
  ["child_protection", 9],
  ["induction", 3]
] as const;

function attainment(random: Random, {role}: Person): Cells {
  const hasLevel2 = random.chance(ROLES[role].fullLevel2);
  const isUnknown = random.chance(ITEM.dontKnow);
  return {
    highest_level: isUnknown ? "dont_know" : random.weighted(hasLevel2 ? LEVELS_ABOVE : LEVELS_BELOW),
    full_level_2: isUnknown ? "dont_know" : hasLevel2 ? "yes" : "no",
    basic_skills: known(random, random.chance(hasLevel2 ? 0.88 : 0.46)),
    ...Object.fromEntries(
      (Object.keys(COMPETENCES) as (keyof typeof COMPETENCES)[]).map((name) => {
        const mean = COMPETENCE_MEAN[name] + 2 * (ROLES[role].proficient - 0.8);
        const level = Math.min(3, Math.max(0, Math.round(mean + 0.75 * random.normal())));
        return [`held_${name}`, orBlank(random, String(level))];
      })
    )
  };
}

function known(random: Random, isTrue: boolean): string {
  if (random.chance(ITEM.dontKnow)) return "dont_know";
  return orBlank(random, isTrue ? "yes" : "no");
}

function orBlank(random: Random, text: string): string {
  return random.chance(ITEM.blank) ? "" : text;
}

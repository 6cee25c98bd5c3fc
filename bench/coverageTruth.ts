import type {GROUP_KINDS} from "../pipeline/contracts/reference/interval_coverage.js";
import {type TrueRate, trueRates} from "../pipeline/simulate/population.js";
import type {World} from "../pipeline/simulate/world.js";

/** What an estimate is of: everyone, a region, a staff group by main role, everyone who holds a role, a sex. */
export type GroupKind = keyof typeof GROUP_KINDS;

export interface TruthOptions {
  returned: ReadonlySet<string>; // local LSCs that sent answers
  roleGroups: ReadonlyMap<string, string>; // role → its group in reference.roles
}

/**
 * Returns what is true, in per cent, of a figure's indicator and group.
 *
 * The estimator stands for the staff of the local LSCs that returned, and for nobody else: no weight reaches into an
 * area that sent nothing. So the truth is counted over everyone in those areas too. What the survey misses within them
 * by chance (schools that closed, refusals, forms that heads filled in, blanks) stays in the truth, since weights are
 * there to make up for it.
 */
export function truthOf(
  world: World,
  {returned, roleGroups}: TruthOptions
): (of: {indicator: string; kind: GroupKind; group: string}) => number {
  const rates = trueRates({...world, schools: world.schools.filter(({llsc}) => returned.has(llsc))});
  const total = (holds: (rate: TrueRate) => boolean): TrueRate[] => rates.filter(holds);
  const named = (dimension: string, group: string): TrueRate[] =>
    total((rate) => rate.dimension === dimension && rate.group === group);
  const isAssistant = (role: string): boolean => roleGroups.get(role) === "teaching_assistants";
  const groups: Readonly<Record<GroupKind, (group: string) => TrueRate[]>> = {
    England: () => named("all", "all"),
    region: (group) => named("region", group),
    "staff group": (group) =>
      total((rate) => rate.dimension === "main role" && isAssistant(rate.group) === (group === "Teaching assistants")),
    role: (group) => named("role held", group),
    sex: (group) => named("sex", group.toLowerCase())
  };
  return ({indicator, kind, group}) => {
    const found = groups[kind](group);
    const sum = (of: "staff" | "offered" | "started"): number => found.reduce((so, rate) => so + rate[of], 0);
    if (sum("staff") === 0) throw new Error(`unknown group: ${kind} ${group}`);
    if (indicator === "OFF-01") return (100 * sum("offered")) / sum("staff");
    if (indicator === "UPT-01") return (100 * sum("started")) / sum("offered");
    if (indicator === "UPT-02") return (100 * sum("started")) / sum("staff");
    throw new Error(`unknown indicator: ${indicator}`);
  };
}

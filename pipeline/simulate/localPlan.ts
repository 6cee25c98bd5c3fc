import {type AdminLea, adminLeas, apportion, groupBy, uptakeFactor} from "./adminAreas.js";
import {ADMIN_TRUTH} from "./adminTruth.js";
import type {FileForm, SimulatedFile} from "./file.js";
import type {Random} from "./random.js";
import type {World} from "./world.js";

const HEADER = ["llsc_code", "lea_code", "priority_id", "nqf_level", "planned_learners", "version", "agreed_date"];
const CSV: FileForm = {kind: "csv", delimiter: ",", encoding: "utf8", titleRows: []};
const XLSX: FileForm = {kind: "xlsx", sheet: "Plan", titleRows: ["Local plan 2004/05 (synthetic)", "Learners planned"]};

/** A pair of local LSC and LEA, with what they mean to do in 2004/05. */
interface Pair {
  lea: AdminLea;
  hasPlan: boolean;
  isAgreed: boolean;
  level2: number;
}

/** Returns the plans of the local LSCs; some pairs have none, and some have not agreed theirs. */
export function simulateLocalPlans(world: World): SimulatedFile[] {
  const source = world.random.stream("local_plan");
  const drawn = adminLeas(world).map((lea) => ({
    lea,
    hasPlan: source.chance(ADMIN_TRUTH.planShare),
    isAgreed: source.chance(0.6),
    weight: lea.headcount * uptakeFactor(lea) * (0.6 + 0.8 * source.next())
  }));
  const learners = apportion(
    ADMIN_TRUTH.plannedLevel2Learners,
    drawn.map(({hasPlan, weight}) => (hasPlan ? weight : 0))
  );
  const pairs = drawn.map((pair, index): Pair => ({...pair, level2: learners[index] ?? 0}));
  return [...groupBy(pairs, ({lea}) => lea.llsc)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([llsc, own], index) => plans(world.random.stream(`local_plan/${llsc}`), {llsc, pairs: own, index}));
}

/** One in four sent an initial plan in spring that the June file replaces; one in sixteen is late; some name no LEA that is. */
function plans(
  source: Random,
  {llsc, pairs, index}: {llsc: string; pairs: readonly Pair[]; index: number}
): SimulatedFile[] {
  const form = source.chance(0.5) ? XLSX : CSV;
  const habit = source.next();
  const written = pairs.filter(({hasPlan}) => hasPlan);
  const final = written.flatMap((pair) => rows(source, llsc, pair));
  const wrong = index % 12 === 5 ? [[llsc, "999", "iii", "2", "25", "initial", ""]] : [];
  if (final.length === 0) return [];
  const june = `2004-06-${source.integer(10, 28)}`;
  if (habit < 0.06) return [file(llsc, {received: "2004-07-08", rows: final, form})];
  const last = file(llsc, {received: june, rows: [...final, ...wrong], form});
  if (habit > 0.31) return [last];
  const initial = final.map((row) => [...row.slice(0, 5), "initial", ""]);
  return [file(llsc, {received: "2004-03-26", rows: initial, form}), {...last, submission: 2}];
}

function rows(source: Random, llsc: string, {lea, isAgreed, level2}: Pair): string[][] {
  const agreed = `2004-0${source.integer(4, 6)}-0${source.integer(1, 9)}`;
  const state = isAgreed ? ["final", agreed] : ["initial", ""];
  const level3 = Math.round(level2 * (0.2 + 0.3 * source.next()));
  const skills = Math.round(level2 * 0.15 * source.next());
  const entries = [
    ["iii", "2", level2],
    ["i", "3", level3],
    ["viii", "2", skills]
  ] as const;
  return entries
    .filter(([priority, , count]) => priority === "iii" || count > 0)
    .map(([priority, level, count]) => [llsc, lea.code, priority, level, String(count), ...state]);
}

function file(sender: string, of: {received: string; rows: readonly string[][]; form: FileForm}): SimulatedFile {
  return {collection: "local_plan", period: "2004-05", sender, submission: 1, header: HEADER, ...of};
}

import type {SimulatedProvider} from "./providers.js";
import type {World} from "./world.js";

/** One file of a provider: when it came, and up to which day it tells. */
export interface Arrival {
  received: string;
  cutoff: string;
  isDraft: boolean; // sent with faults that a later file mends
}

/** When a provider's files come, and whether its last file by the end of June can be used at all. */
export interface Sending {
  arrivals: readonly Arrival[];
  isUsable: boolean; // false: nothing by the end of June, or dates that no reader can be sure of
  dates: "iso" | "slashed"; // slashed: 31/03/2004, which holds every row
}

/** Returns a provider's habits of sending: most once, in June; some again; some in July, some never. */
export function sending(world: World, {provider_id}: SimulatedProvider): Sending {
  const source = world.random.stream(`sending/${provider_id}`);
  const habit = source.next();
  const june = source.integer(14, 29);
  const final = arrival(`2004-06-${june}`, `2004-06-${String(june - 4).padStart(2, "0")}`);
  if (habit < 0.04) return {arrivals: [], isUsable: false, dates: "iso"};
  if (habit < 0.1)
    return {arrivals: [arrival(`2004-07-${source.integer(10, 28)}`, "2004-06-30")], isUsable: false, dates: "iso"};
  if (habit < 0.12) return {arrivals: [final], isUsable: false, dates: "slashed"};
  if (habit < 0.22) return usable([arrival(`2004-02-${source.integer(10, 27)}`, "2004-01-31"), final]);
  if (habit < 0.26) return usable([{...arrival("2004-06-09", "2004-06-04"), isDraft: true}, final]);
  if (habit < 0.29) return usable([final, arrival(`2004-07-${source.integer(10, 28)}`, "2004-06-30")]);
  return usable([final]);
}

const arrival = (received: string, cutoff: string): Arrival => ({received, cutoff, isDraft: false});
const usable = (arrivals: readonly Arrival[]): Sending => ({arrivals, isUsable: true, dates: "iso"});

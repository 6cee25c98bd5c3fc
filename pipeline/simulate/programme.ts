import {simulateBusinessManagement} from "./businessManagement.js";
import {simulateBehaviour, simulateExams, simulateInduction} from "./courseReturns.js";
import type {SimulatedFile} from "./file.js";
import {simulateHlta} from "./hlta.js";
import type {World} from "./world.js";

/** Returns the monthly programme returns of TTA, NCSL, NAA, the National Programme and the LEAs that sent any. */
export function simulateProgrammes(world: World): SimulatedFile[] {
  return [
    ...simulateHlta(world),
    ...simulateBusinessManagement(world),
    ...simulateExams(world),
    ...simulateBehaviour(world),
    ...simulateInduction(world)
  ];
}

import {passGate} from "../../pipeline/gate/gate.js";
import {publish} from "../../pipeline/publish/publish.js";
import {openWarehouse, type Row} from "../../pipeline/warehouse.js";
import {figure, MODELS, makeMarts} from "../gate/marts.js";

export const AS_AT = "2004-06-30";

const APPRENTICESHIP: Row = {
  indicator_id: "APP-01",
  measure: "published_fact",
  origin: "real",
  unit: "starts",
  senders_returned: null,
  senders_expected: null
};
const TA = {...APPRENTICESHIP, programme_id: "app_teaching_assistant"};
const STA = {...APPRENTICESHIP, programme_id: "app_specialist_teaching_assistant"};

/** Figures of every kind: whole, low, withheld, provisional, part years, breakdowns. */
export const FIGURES: readonly Row[] = [
  figure({value: 127}),
  figure({value: 3, area_level: "local_lsc", area_code: "LLSC01"}),
  figure({value: 85, area_level: "region", area_code: "YH", senders_returned: 7}),
  figure({indicator_id: "UPT-03", measure: "rate", unit: "learners per 1,000 staff", numerator: 127, denominator: 5003})
];
export const APPRENTICESHIPS: readonly Row[] = [
  figure({...TA, period: "2023-24", value: 4661}),
  figure({
    ...TA,
    period: "2023-24",
    value: 1027,
    dimension_1: "provider type",
    category_1: "college"
  }),
  figure({...TA, period: "2023-24", value: 3634, dimension_1: "provider type", category_1: "private"}),
  figure({...TA, period: "2022-23", value: 3974}),
  figure({...STA, period: "2025-26", value: 2517, is_part_period: true})
];

/** Walks small marts through the gate and writes a release into `out`. */
export async function release({out, threads = 2}: {out: string; threads?: number}) {
  const warehouse = await openWarehouse(":memory:", {threads});
  try {
    await makeMarts(warehouse.connection, {"marts.starts": FIGURES, "marts.apprenticeships": APPRENTICESHIPS});
    await passGate(warehouse.connection, {models: MODELS, asAt: AS_AT});
    return await publish(warehouse.connection, {out, asAt: AS_AT});
  } finally {
    warehouse.close();
  }
}

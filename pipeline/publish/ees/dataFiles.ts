import type {Figure} from "../figures.js";
import {type DataFile, dataFile, type Reading} from "./dataFile.js";
import {familyOf, fileName, type Scope} from "./families.js";
import {eesTime} from "./time.js";

/**
 * Returns every figure in files of open data: one for each family of indicators and kind of period, since years and dates
 * may not stand in one file; those of local LSCs, and of periods that the standard does not know, in files beside them.
 */
export function dataFiles(figures: readonly Figure[], reading: Reading): DataFile[] {
  const groups = new Map<string, {family: string; periodType: string; scope: Scope; figures: Figure[]}>();
  for (const figure of figures) {
    const scope = scopeOf(figure);
    const family = familyOf(figure.indicator_id);
    const periodType = scope === "other_periods" ? "" : figure.period_type;
    const key = [family, scope, periodType].join("\u0001");
    const group = groups.get(key) ?? {family, periodType, scope, figures: []};
    group.figures.push(figure);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({figures: of, ...group}) => {
      const isSynthetic = of.some(({origin}) => origin === "synthetic");
      return dataFile(of, {...fileName({...group, isSynthetic}), scope: group.scope, reading});
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function scopeOf({period_type, period, area_level}: Figure): Scope {
  if (!eesTime(period_type, period)) return "other_periods";
  return area_level === "local_lsc" ? "local_lsc" : "standard";
}

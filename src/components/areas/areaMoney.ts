import {categoryOf} from "../breakdown.js";
import {coverageAlike} from "../coverageAlike.js";
import {percent, withYears} from "../format.js";
import type {Figure, Release} from "../release.js";
import {coverage} from "../select.js";
import {markedCell, pounds} from "./areaParts.js";
import type {AreaTable} from "./areaTable.js";
import {type Area, figuresAt} from "./place.js";
import {areaFile} from "./wording.js";

/** Returns the money that was given to an area's LEAs for training, what they have spent, and how that compares with England. */
export function areaMoneyTable(release: Release, area: Area): AreaTable {
  const here = moneyAt(release, area.area_code);
  const nation = moneyAt(release, "ENG");
  const lines = [...new Set(here.map((figure) => categoryOf(figure, "funding line") ?? ""))].sort();
  const find = (figures: readonly Figure[], {line, unit}: {line: string; unit: string}): Figure | undefined =>
    figures.find((figure) => categoryOf(figure, "funding line") === line && figure.unit === unit);
  const period = withYears(here[0]?.period ?? "2004-05");
  return {
    id: "money",
    finding: moneyFinding(
      find(here, {line: "Grant 25", unit: "per cent"}),
      find(nation, {line: "Grant 25", unit: "per cent"})
    ),
    measure: `Allocations to LEAs for financial year ${period}, of which its first quarter has passed, and what they say they have spent. A share is of what the LEAs that have reported were allocated. The plan gives national amounts alone: what each LEA gets is synthetic.`,
    caption: `Funding of training in ${area.area_name}`,
    columns: [
      {title: "Funding line"},
      {title: "Allocated", isNumber: true},
      {title: "Spent so far", isNumber: true},
      {title: "Share spent", isNumber: true},
      {title: "Share spent in England", isNumber: true},
      {title: "Allocated per head", isNumber: true},
      {title: "Allocated per head in England", isNumber: true}
    ],
    rows: lines.map((line) => {
      const share = find(here, {line, unit: "per cent"}) ?? find(here, {line, unit: "pounds spent"});
      const perHead = find(here, {line, unit: "pounds allocated per head"});
      return [
        line,
        markedCell(find(here, {line, unit: "pounds allocated"}), {write: pounds, release}),
        markedCell(find(here, {line, unit: "pounds spent"}), {write: pounds, release}),
        markedCell(share, {write: percent, release}),
        markedCell(find(nation, {line, unit: "per cent"}) ?? find(nation, {line, unit: "pounds spent"}), {
          write: percent,
          release,
          whole: share
        }),
        markedCell(perHead, {write: pounds, release}),
        markedCell(find(nation, {line, unit: "pounds allocated per head"}), {write: pounds, release, whole: perHead})
      ];
    }),
    file: areaFile(area, {of: "money", rows: here}),
    source: "Source: funding returns of DfES and LEAs, 2004–05.",
    about: here
  };
}

function moneyAt(release: Release, area_code: string): Figure[] {
  return ["FIN-01", "FIN-04"].flatMap((indicator) =>
    figuresAt(release, indicator, {area_code, by: ["funding line"], where: {period_type: "financial"}})
  );
}

function moneyFinding(share: Figure | undefined, nation: Figure | undefined): string {
  if (!share || share.value === null) return "What has been spent of the grant for training is not known here";
  const from = share.senders_expected === 1 ? "its one LEA" : coverage(share, "LEAs");
  const isBeside = nation !== undefined && nation.value !== null && coverageAlike(share, nation);
  const beside = isBeside ? `, beside ${percent(nation.value ?? 0)} in England` : "";
  return `${percent(share.value)} of Grant 25 has been spent so far${beside}${from === "" ? "" : ` (returns of ${from})`}`;
}

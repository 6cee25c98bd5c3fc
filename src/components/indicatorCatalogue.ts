import {builder} from "./element.js";
import {count, list, lower, missing, sentence, word} from "./format.js";
import {groups} from "./groups.js";
import {FAMILIES, familyOf} from "./indicatorFamilies.js";
import {written} from "./indicatorMaking.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Definition, Download, Figure, Release} from "./release.js";
import {downloadLine} from "./tableBehind.js";

const FILE = "indicators-defined.csv";
const SOURCE = "Source: published table definitions.";

/** An indicator with what this release holds of it. */
interface Catalogued extends Definition {
  state: string; // "figures", or why there is none
}

interface Family {
  code: string;
  name: string;
  members: readonly Catalogued[];
}

/** Returns how many indicators there are, and how many of them have a figure. */
export function indicatorCounts(release: Release): {all: number; withFigures: number} {
  const all = catalogue(release);
  return {all: all.length, withFigures: all.filter(({state}) => state === HELD).length};
}

/** Says how many indicators have figures, and which have none and why. */
export function catalogueSentence(release: Release): string {
  const {all, withFigures} = indicatorCounts(release);
  const without = catalogue(release).filter(({state}) => state !== HELD);
  if (without.length === 0) return `All ${count(all)} indicators have figures in this release.`;
  const reasons = groups(without, ({state}) => state);
  const parts = [...reasons].map(
    ([reason, members]) => `${reason}: ${list(members.map(({indicator_name}) => lower(indicator_name)))}`
  );
  const none = `${word(without.length)} ${without.length === 1 ? "has" : "have"} none`;
  return `${count(withFigures)} of ${count(all)} indicators have figures in this release. ${sentence(none)}. ${sentence(parts.join("; "))}.`;
}

/** Returns the catalogue by family, each a table that opens, with the whole as a download. */
export function catalogueTables(release: Release, {document}: {document: Document}): Node {
  const h = builder(document);
  return h(
    "div",
    {class: "below catalogue"},
    ...families(release).map(({code, name, members}) => {
      const names = members.map(({indicator_name}) => indicator_name);
      return h(
        "details",
        {id: `indicators-${code}`},
        h("summary", {}, h("span", {class: "name"}, name), " ", h("span", {class: "quiet"}, names.join(" · "))),
        plainTable(members, {document, caption: name, columns: COLUMNS, isStacked: true})
      );
    }),
    downloadLine({document, download: FILE, source: SOURCE})
  );
}

/** Returns the whole catalogue as a download. */
export const catalogueDownloads = (release: Release): Download[] => [
  plainDownload(FILE, {
    title: "Indicators defined",
    source: SOURCE,
    rows: families(release).flatMap(({members}) => members),
    columns: COLUMNS
  })
];

const HELD = "figures";

function catalogue(release: Release): Catalogued[] {
  const rows = groups(release.indicators, ({indicator_id}) => indicator_id);
  return release.definitions.map((definition) => ({
    ...definition,
    state: stateOf(definition, {rows: rows.get(definition.indicator_id) ?? [], release})
  }));
}

/** A bound counts as a figure. Where no row has one, the reasons stand for it; some indicators are published in other tables alone. */
function stateOf({availability}: Definition, {rows, release}: {rows: readonly Figure[]; release: Release}): string {
  if (availability !== "published") return availability;
  if (rows.length === 0 || rows.some(({value, bound}) => value !== null || bound !== null)) return HELD;
  const words = new Set(rows.map((row) => missing(row, release).word));
  return list([...words].toSorted());
}

function families(release: Release): Family[] {
  const found = groups(catalogue(release), ({indicator_id}) => indicator_id.slice(0, 3));
  const codes = [...new Set([...FAMILIES.map(({code}) => code), ...found.keys()])];
  return codes.flatMap((code) => {
    const members = found.get(code);
    return members ? [{code, name: familyOf(code).name, members}] : [];
  });
}

/** A denominator that begins with "none" says that there is none. */
const countedOf = ({numerator_definition, denominator_definition}: Definition): string =>
  written(
    /^none\b/.test(denominator_definition)
      ? numerator_definition
      : `${numerator_definition.replace(/\?$/, "")}, out of ${denominator_definition}`
  );

const COLUMNS: readonly PlainColumn<Catalogued>[] = [
  {title: "Indicator", value: ({indicator_id, indicator_name}) => `${indicator_name} (${indicator_id})`},
  {title: "What it counts", value: countedOf},
  {title: "Unit", value: ({unit}) => unit},
  {title: "In this release", value: ({state}) => state},
  {title: "Bear in mind", value: ({caveats}) => written(caveats ?? ""), blank: "nothing further"}
];

import {costSentence} from "../../src/components/disclosurePolicy.js";
import {builder} from "../../src/components/element.js";
import {lower, missing, plural, sentence, withDates, withYears} from "../../src/components/format.js";
import {groups} from "../../src/components/groups.js";
import {catalogueSentence} from "../../src/components/indicatorCatalogue.js";
import {indicatorName} from "../../src/components/names.js";
import {plainTable} from "../../src/components/plainTable.js";
import type {Figure, Release} from "../../src/components/release.js";
import {latest} from "../../src/components/select.js";
import {numbered} from "../../src/components/targets.js";
import {told} from "../claims/claim.js";
import {paragraph} from "../prose.js";
import type {Section} from "../report.js";

/** Returns what returns do not tell, are too few to tell, or may not tell because of people in them. */
export function unsaidSection(release: Release): Section {
  return {
    id: "unsaid",
    title: "What we could not say",
    claims: [
      told("unsaid.indicators", {
        cites: release.definitions.map(({indicator_id}) => ({indicator_id, origin: "real"})),
        said: catalogueSentence(release)
      }),
      told("unsaid.protected", {
        cites: release.policy.map((line) => ({...line, value: undefined, origin: "real"})),
        said: costSentence(release)
      })
    ],
    draw: ({document}) => [why(document), ...undecided(release, {document}), silent(release, {document})]
  };
}

const why = (document: Document): Node =>
  paragraph(
    "A figure that is not there has a word in its place, and the word says why. Nothing is filled in, and no figure is made up from others.",
    {document}
  );

/** Targets that nobody can judge yet, each with its reason. */
function undecided(release: Release, {document}: {document: Document}): Node[] {
  const h = builder(document);
  const targets = numbered(release).filter(({status}) => status === "cannot say");
  if (targets.length === 0) return [];
  const items = targets.map(({title, status_reason}) => h("li", {}, `${title}: ${lower(withDates(status_reason))}`));
  return [h("h3", {}, "Targets that cannot be judged yet"), h("ul", {}, ...items)];
}

function silent(release: Release, {document}: {document: Document}): Node {
  const rows = unsaid(release);
  if (rows.length === 0) return paragraph("Every figure for England that the catalogue defines is there.", {document});
  return plainTable(rows, {
    document,
    caption: `What has no figure for England: ${plural(rows.length, "measure")}`,
    columns: [
      {title: "Measure", isLong: true, value: ({name}) => name},
      {title: "Period", value: ({period}) => withYears(period)},
      {title: "Word", value: ({word}) => word},
      {title: "Meaning", isLong: true, value: ({meaning}) => meaning}
    ]
  });
}

interface Unsaid {
  name: string;
  period: string;
  word: string;
  meaning: string;
}

/** Measures of all England, undivided, that have neither value nor bound in their last period; each once. */
function unsaid(release: Release): Unsaid[] {
  const whole = release.indicators.filter((figure) => figure.area_code === "ENG" && isUndivided(figure));
  const measures = groups(whole, ({indicator_id, unit}) => `${indicator_id} ${unit}`);
  const silent = [...measures.values()].flatMap((figures) => {
    const last = latest(figures);
    return last && last.value === null && last.bound === null ? [last] : [];
  });
  const once = groups(silent, ({indicator_id, symbol_reason}) => `${indicator_id} ${symbol_reason}`);
  return [...once.values()].flatMap(([figure]) => (figure ? [unsaidOf(figure, release)] : []));
}

function unsaidOf(figure: Figure, release: Release): Unsaid {
  const {word} = missing(figure, release);
  const reason = Object.entries(release.reasons).find(([name]) => name === figure.symbol_reason)?.[1];
  return {
    name: `${indicatorName(release, figure.indicator_id)} (${figure.indicator_id})`,
    period: figure.period,
    word,
    meaning: reason ? sentence(reason.meaning) : ""
  };
}

const isUndivided = ({role_id, route_id, programme_id, nqf_level, dimension_1}: Figure): boolean =>
  [role_id, route_id, programme_id, nqf_level, dimension_1].every((part) => part === null);

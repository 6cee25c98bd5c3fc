import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown, categoryOf} from "../breakdown.js";
import {builder} from "../element.js";
import {list, sentence} from "../format.js";
import type {Figure, Release} from "../release.js";
import {latest} from "../select.js";
import {inSynthetic, ofLastPeriod, shareSaid} from "../surveyWords.js";

const UNKNOWN = "Did not know of it";

/** Returns how many discussed their needs, and how many did not know what there is, with what stands behind the numbers. */
export function guidance(release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const onward = h("a", {href: "/uptake#barriers-finding"}, "What else kept people from training");
  return h(
    "div",
    {class: "guidance"},
    h("p", {}, [guidanceSentence(release), signpostingSentence(release)].filter((said) => said !== "").join(" ")),
    h("p", {}, onward),
    h("div", {class: "below"}, aboutNumbers(figuresOf(release), release, {document}))
  );
}

/** Says how many discussed their needs, and how many of those who wanted training had not known of it. */
export function guidanceSentence(release: Release): string {
  const shown = figuresOf(release).filter(({value}) => value !== null);
  const parts = shown.map((found) =>
    found.indicator_id === "IAG-01"
      ? `${shareSaid(found)} of staff had discussed their training needs with their line manager in twelve months`
      : `${shareSaid(found)} of those who wanted training and took none say that they did not know of it`
  );
  if (parts.length === 0) return "Whether staff talk of their training, or know what there is, cannot be told.";
  return `${sentence(`${inSynthetic(shown)}${list(parts)}`)}.`;
}

/** Says why there is no number of visits to the signposting website that the plan speaks of. */
export function signpostingSentence(release: Release): string {
  const [found] = breakdown(release, "IAG-03");
  return found?.symbol_reason === "not_collected"
    ? "How often the signposting website leads anybody to a provider is not collected by any return."
    : "";
}

function figuresOf(release: Release): Figure[] {
  const discussed = latest(breakdown(release, "IAG-01"));
  const unaware = ofLastPeriod(breakdown(release, "IAG-02", {by: ["barrier"]})).find(
    (figure) => categoryOf(figure, "barrier") === UNKNOWN
  );
  return [discussed, unaware].filter((found) => found !== undefined);
}

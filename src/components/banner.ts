import {builder} from "./element.js";
import type {Origin} from "./release.js";

/** What stands over a page by the origin of what it shows; the only place that says so. */
const TEXT = {
  synthetic: {
    title: "Synthetic returns",
    text: "Nobody published the questionnaires and enrolment returns of 2003–04. Figures from them on this page are synthetic: made by a simulator that was set to a few published totals, so they are no findings about real staff. Targets, money and dates of the plan are real."
  },
  estimated: {
    title: "Estimated",
    text: "Some figures on this page rest on a table for which no source was found."
  }
} as const;

/** Returns the banner over a page whose cells have these origins, or an empty text where all are real. */
export function banner(origins: ReadonlySet<Origin>, {document}: {document: Document}): Node {
  const kind = origins.has("synthetic") ? "synthetic" : origins.has("estimated") ? "estimated" : undefined;
  if (kind === undefined) return document.createTextNode("");
  const h = builder(document);
  return h("p", {class: `origin ${kind}`}, h("strong", {}, TEXT[kind].title), " ", TEXT[kind].text);
}

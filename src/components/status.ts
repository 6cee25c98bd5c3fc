import {builder} from "./element.js";
import {sentence} from "./format.js";

/** How a status looks; the word always says it too. */
const MANNER: Readonly<Record<string, string>> = {
  met: "good",
  "on course": "good",
  "at risk": "doubt",
  "off course": "bad",
  missed: "bad",
  "under way": "going",
  closed: "none",
  "not yet due": "none",
  "no number set": "none",
  "no date set": "none",
  "cannot say": "doubt",
  "due, not known": "doubt"
};

/** Returns a status as a word on a quiet ground. */
export function status(name: string, {document}: {document: Document}): HTMLElement {
  return builder(document)("span", {class: `status ${MANNER[name] ?? "none"}`}, sentence(name));
}

import {builder} from "./element.js";

/** Questions that readers bring, each with the page that answers it. */
const WAYS = [
  ["Are we on course on the ten priorities?", "/progress", "Progress"],
  ["Who is offered training, and who takes it up?", "/uptake", "Uptake"],
  ["Which roles lack skills, or a qualification to take?", "/gaps", "Gaps"],
  ["How is my area, beside the nation and areas like it?", "/areas", "Areas"],
  ["Is it fair?", "/equality", "Equality"],
  ["Where does the money go?", "/funding", "Funding"],
  ["What can I do next in my role?", "/qualifications", "Qualifications"],
  ["What has become of it?", "/today", "Today"],
  ["Which returns are missing?", "/returns", "Returns"],
  ["How was a number made, and is it safe to publish?", "/methods", "Methods"]
] as const;

/** Returns the questions that the site answers, each with the way to its page. */
export function ways({document}: {document: Document}): HTMLElement {
  const h = builder(document);
  return h(
    "nav",
    {class: "ways", "aria-labelledby": "ways"},
    h("h2", {id: "ways"}, "Where to look"),
    h("ul", {}, ...WAYS.map(([question, href, name]) => h("li", {}, question, " ", h("a", {href}, name))))
  );
}

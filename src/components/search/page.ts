import {matches, type Searched} from "./match.js";

/** Makes the index of the page answer as one types: the lines that fit, the best first, and how many they are. */
function start(): void {
  const finder = document.querySelector(".finder");
  const input = document.querySelector<HTMLInputElement>("#words");
  const hits = document.querySelector<HTMLElement>("#hits");
  const found = document.querySelector<HTMLElement>(".finder .hits");
  const index = document.querySelector<HTMLElement>("#index");
  if (!finder || !input || !hits || !found || !index) return;
  const lines = [...index.querySelectorAll<HTMLElement>(".entries li")].map((line): Searched & {line: HTMLElement} => ({
    name: line.querySelector("a")?.textContent ?? "",
    text: line.textContent ?? "",
    line
  }));
  const show = (): void => {
    const question = input.value.trim();
    const fits = matches(lines, question);
    found.replaceChildren(...fits.slice(0, MOST).map(({line}) => line.cloneNode(true)));
    index.hidden = fits.length > 0;
    hits.textContent = said(question, fits.length);
    const address = new URL(location.href);
    if (question === "") address.searchParams.delete("q");
    else address.searchParams.set("q", question);
    history.replaceState(null, "", address);
  };
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", show);
  finder.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  finder.addEventListener("keydown", (event) => event instanceof KeyboardEvent && move(event, {input, found}));
  show();
  if (input.value !== "") input.focus();
}

const MOST = 60;

function said(question: string, number: number): string {
  if (question === "") return "";
  if (number === 0) return `Nothing fits “${question}”. All there is stands below, from A to Z.`;
  const shown = number > MOST ? `, the first ${MOST} shown` : "";
  return `${number} ${number === 1 ? "result" : "results"} for “${question}”${shown}`;
}

/** The arrow keys go from the question to the results and back. */
function move(event: KeyboardEvent, {input, found}: {input: HTMLElement; found: HTMLElement}): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops: (Element | null)[] = [input, ...found.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at === -1 || !(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

start();

import {csvText, tabbedText} from "./csvText.js";
import {drawingOf} from "./drawing.js";
import type {Facts} from "./facts.js";
import {picture, pictureText} from "./picture.js";
import {csvFile, saveFile} from "./saveFile.js";
import {fileName, type View} from "./view.js";

export interface TakeOptions {
  view: View;
  facts: Facts;
  say(text: string): void; // tells the reader what came of it
}

/** Copies a view or saves it as a file; what cannot be done is said. */
export function takeAlong(does: string, {view, facts, say}: TakeOptions): void {
  const take = TAKES[does];
  if (!take) return;
  take(view, facts).then(say, (error: unknown) => say(`That did not work: ${String(error)}`));
}

const TAKES: Readonly<Record<string, (view: View, facts: Facts) => Promise<string>>> = {
  copy: async (view) => copied(tabbedText(view), "The table is copied, with its notes."),
  link: async () => copied(location.href, "The link is copied."),
  csv: async (view) => saved(csvFile(csvText(view)), `${fileName(view)}.csv`),
  svg: async (view, facts) =>
    saved(new Blob([await svgText(view, facts)], {type: "image/svg+xml"}), `${fileName(view)}.svg`),
  png: async (view, facts) => saved(await png(await svgText(view, facts)), `${fileName(view)}.png`)
};

async function copied(text: string, done: string): Promise<string> {
  await navigator.clipboard.writeText(text);
  return done;
}

function saved(content: Blob, name: string): string {
  saveFile(content, {name, document});
  return `Saved as ${name}.`;
}

async function svgText(view: View, facts: Facts): Promise<string> {
  const drawing = drawingOf(view, {facts, document});
  if (!drawing) throw new Error("there is nothing to draw");
  const svg = picture(view, drawing, {document, address: location.href, font: await fontRule()});
  return pictureText(svg, (node) => new XMLSerializer().serializeToString(node));
}

/** A picture stands alone, so it brings the font of the page along. */
async function fontRule(): Promise<string | undefined> {
  const response = await fetch(new URL("fonts/source-sans-3-latin-wght-normal.woff2", document.baseURI));
  if (!response.ok) return undefined;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `@font-face{font-family:"Source Sans 3 Variable";font-weight:200 900;src:url(data:font/woff2;base64,${text}) format("woff2")}`;
}

async function png(text: string): Promise<Blob> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([text], {type: "image/svg+xml"}));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * SCALE, image.height * SCALE];
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this browser draws no pictures");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))), "image/png")
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

const SCALE = 2; // so that it prints sharp

import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import type {TypstDocument} from "../../reports/typst/document.js";
import {UserError} from "../error.js";

const require = createRequire(import.meta.url);
const TEMPLATE = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "reports", "typst", "template.typ");
const FONTS = dirname(require.resolve("@expo-google-fonts/source-sans-3/package.json"));
const FACES = ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"];
/** The compiler is shown files of ours alone, so that no folder of the machine is in what it reads. */
const WORKSPACE = "/report";

/**
 * Returns a document as an accessible PDF: tagged, and declared to be PDF/UA-1. The same document gives the same bytes. A
 * UserError says what stands against it, such as a picture without alternative text.
 */
export async function pdfOf({source, pictures}: TypstDocument): Promise<Uint8Array> {
  const compiler = (await typst()).NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{fontBlobs: FACES.map((face) => readFileSync(join(FONTS, face, `SourceSans3_${face}.ttf`)))}]
  });
  for (const [file, svg] of pictures) compiler.mapShadow(`${WORKSPACE}/${file}`, Buffer.from(svg));
  const compiled = compiler.compile({mainFileContent: `${readFileSync(TEMPLATE, "utf8")}\n${source}`});
  const {result} = compiled;
  if (!result) {
    const error = compiled.takeError();
    const [first] = error ? compiler.fetchDiagnostics(error) : [];
    throw new UserError(
      `report: expected a document that can be typeset; got ${JSON.stringify(first ?? "no reason")}.`
    );
  }
  try {
    return compiler.pdf(result, {pdfStandard: "ua-1"});
  } catch (error) {
    throw new UserError(`report: expected a document that all can read (PDF/UA-1); got ${String(error)}.`);
  }
}

/** Loaded when it is needed: it is large, and brings a part made for each kind of machine. */
async function typst(): Promise<typeof import("@myriaddreamin/typst-ts-node-compiler")> {
  try {
    const found = await import("@myriaddreamin/typst-ts-node-compiler");
    return "default" in found ? (found.default as typeof found) : found;
  } catch (error) {
    throw new UserError(
      `report: expected the typesetter for this kind of machine; got none (${String(error)}). Install the project’s packages on it with \`npm ci\`.`
    );
  }
}

import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import type {NodeCompiler} from "@myriaddreamin/typst-ts-node-compiler";
import type {TypstDocument} from "../../reports/typst/document.js";
import {UserError} from "../error.js";

const require = createRequire(import.meta.url);
const TEMPLATE = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "reports", "typst", "template.typ");
const FONTS = dirname(require.resolve("@expo-google-fonts/source-sans-3/package.json"));
const FACES = ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"];
/** The compiler is shown files of ours alone, so that no folder of the machine is in what it reads. */
const WORKSPACE = "/report";

/** Sets documents as PDFs, one after another. */
export type Typesetter = (document: Printable) => Uint8Array;

type Printable = Pick<TypstDocument, "source" | "pictures">;

/**
 * Returns what sets documents as accessible PDFs: tagged, and declared to be PDF/UA-1. It reads fonts and template once, for
 * however many documents; the same document gives the same bytes, whatever was set before it. A UserError says what stands
 * against a document, such as a picture without alternative text.
 */
export async function typesetter(): Promise<Typesetter> {
  const template = readFileSync(TEMPLATE, "utf8");
  const compiler = (await typst()).NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{fontBlobs: FACES.map((face) => readFileSync(join(FONTS, face, `SourceSans3_${face}.ttf`)))}]
  });
  return ({source, pictures}) => {
    compiler.resetShadow();
    for (const [file, svg] of pictures) compiler.mapShadow(`${WORKSPACE}/${file}`, Buffer.from(svg));
    return compiled(compiler, `${template}\n${source}`);
  };
}

/** Returns one document as an accessible PDF. */
export const pdfOf = async (document: Printable): Promise<Uint8Array> => (await typesetter())(document);

function compiled(compiler: NodeCompiler, mainFileContent: string): Uint8Array {
  const compilation = compiler.compile({mainFileContent});
  const {result} = compilation;
  if (!result) {
    const error = compilation.takeError();
    const [first] = error ? compiler.fetchDiagnostics(error) : [];
    throw new UserError(
      `report: expected a document that can be typeset; got ${JSON.stringify(first ?? "no reason")}.`
    );
  }
  try {
    return compiler.pdf(result, {pdfStandard: "ua-1"});
  } catch (error) {
    throw new UserError(`report: expected a document that all can read (PDF/UA-1); got ${String(error)}.`);
  } finally {
    compiler.evictCache(KEPT);
  }
}

/** Of what was set, what was used for the last few documents is kept: the template, and what all of them share. */
const KEPT = 5;

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

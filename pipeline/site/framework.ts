import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";

/**
 * Framework's own program, run in a process of its own, save that it parses all markup in one window: for each page it
 * would open eleven, which takes as long as all else that it does.
 */
const require = createRequire(import.meta.url);
const description = require.resolve("@observablehq/framework/package.json");
parseInOneWindow(createRequire(description));
await import(pathToFileURL(join(dirname(description), "dist", "bin", "observable.js")).href);

interface Windows {
  JSDOM: new (markup: string) => {window: {document: Document}};
}

/** Gives Framework, which takes its windows from `from`, documents without a window of their own. */
function parseInOneWindow(from: NodeJS.Require): void {
  const windows = from("jsdom") as Windows;
  const {defaultView} = new windows.JSDOM("").window.document;
  if (!defaultView) throw new Error("missing window: jsdom of Framework");
  const parser = new defaultView.DOMParser();
  windows.JSDOM = class OneWindow {
    readonly window: {document: Document};

    constructor(markup: string) {
      this.window = {document: parser.parseFromString(markup, "text/html")};
    }
  };
}

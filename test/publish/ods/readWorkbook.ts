import {strFromU8, unzipSync} from "fflate";
import {parseXml} from "../../../pipeline/ingest/xml.js";

export interface ReadCell {
  text: string;
  number?: number;
  style: string;
  links: string[];
}

export interface ReadSheet {
  name: string;
  rows: ReadCell[][];
  headingRow: number; // among the rows, from 0
}

export interface ReadWorkbook {
  sheets: ReadSheet[];
  ranges: {name: string; address: string}[];
  tags: Set<string>; // of the content
  attributes: Set<string>;
  styles: Set<string>; // cell styles that are defined
  properties: Record<string, string>;
  parts: string[];
  listed: string[]; // in the manifest
}

/** Reads a workbook back by its XML alone; throws where a part is not well formed. */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const parts = unzipSync(bytes);
  const read: ReadWorkbook = {
    sheets: [],
    ranges: [],
    tags: new Set(),
    attributes: new Set(),
    styles: new Set(),
    properties: {},
    parts: Object.keys(parts),
    listed: []
  };
  for (const name of ["styles.xml", "content.xml"])
    parseXml(parts[name], {
      open: (tag, attributes) => tag === "style" && read.styles.add(attributes["style:name"] ?? "")
    });
  readContent(parts["content.xml"], read);
  let property = "";
  parseXml(parts["meta.xml"], {
    open: (tag) => {
      property = tag;
    },
    text: (text) => {
      read.properties[property] = text;
    }
  });
  parseXml(parts["META-INF/manifest.xml"], {
    open: (_, attributes) => {
      const path = attributes["manifest:full-path"];
      if (path) read.listed.push(path);
    }
  });
  parseXml(parts["settings.xml"], {});
  if (strFromU8(parts.mimetype ?? new Uint8Array()) !== "application/vnd.oasis.opendocument.spreadsheet")
    throw new Error("invalid mimetype");
  return read;
}

function readContent(part: Uint8Array | undefined, read: ReadWorkbook): void {
  let cell: ReadCell | undefined;
  let paragraphs = 0;
  parseXml(part, {
    open(tag, attributes) {
      read.tags.add(tag);
      for (const name of Object.keys(attributes)) read.attributes.add(name);
      const sheet = read.sheets.at(-1);
      if (tag === "table") read.sheets.push({name: attributes["table:name"] ?? "", rows: [], headingRow: -1});
      if (tag === "table-header-rows" && sheet) sheet.headingRow = sheet.rows.length;
      if (tag === "table-row") sheet?.rows.push([]);
      if (tag === "table-cell") {
        const value = attributes["office:value"];
        cell = {text: "", style: attributes["table:style-name"] ?? "", links: []};
        if (value !== undefined) cell.number = Number(value);
        paragraphs = 0;
        sheet?.rows.at(-1)?.push(cell);
      }
      if (tag === "p" && cell && paragraphs++ > 0) cell.text += "\n";
      if (tag === "s" && cell) cell.text += " ".repeat(Number(attributes["text:c"] ?? 1));
      if (tag === "tab" && cell) cell.text += "\t";
      if (tag === "a") cell?.links.push(attributes["xlink:href"] ?? "");
      if (tag === "database-range")
        read.ranges.push({
          name: attributes["table:name"] ?? "",
          address: attributes["table:target-range-address"] ?? ""
        });
    },
    text(text) {
      if (cell) cell.text += text;
    },
    close(tag) {
      if (tag === "table-cell") cell = undefined;
    }
  });
}

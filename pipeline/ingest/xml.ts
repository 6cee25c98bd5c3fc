import {SaxesParser} from "saxes";

export interface Handlers {
  open?(tag: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(tag: string): void;
}

/** Parses a part of an archive, names without their prefixes; throws where it is not well formed. */
export function parseXml(part: Uint8Array | undefined, {open, text, close}: Handlers): void {
  if (!part) return;
  const parser = new SaxesParser();
  const local = (name: string): string => name.slice(name.indexOf(":") + 1);
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({name, attributes}) => open?.(local(name), attributes));
  parser.on("text", (of) => text?.(of));
  parser.on("cdata", (of) => text?.(of));
  parser.on("closetag", ({name}) => close?.(local(name)));
  const decoder = new TextDecoder();
  for (let start = 0; start < part.length; start += 1 << 16) {
    parser.write(decoder.decode(part.subarray(start, start + (1 << 16)), {stream: true}));
  }
  parser.close();
}

import {z} from "zod";
import {code, date, text} from "./column.js";
import {defineContract} from "./contract.js";

const RETURN_ORIGINS = {
  real: "Sent or published by the body named",
  synthetic: "Made by the simulator"
} as const;

/** What stands in data/returns/ledger.csv, beside the files themselves. */
export const ledger = defineContract({
  collection: "ledger",
  prefix: "LED",
  title: "Ledger of returns",
  row: "one file received",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    file: text(
      {code: 1, title: "File", description: "Address under data/returns: collection/period/sender[.number].form."},
      {pattern: /^[a-z_]+\/[0-9_-]+\/[A-Za-z0-9_-]+(?:\.[1-9]\d*)?\.(?:csv|xlsx|xml|parquet)$/}
    ),
    sha256: text(
      {code: 2, title: "SHA-256", description: "Hash of the file's bytes, in lower case."},
      {pattern: /^[0-9a-f]{64}$/, max: 64}
    ),
    received_date: date({code: 3, title: "Received", description: "Day on which the file was received."}),
    origin: code(RETURN_ORIGINS, {code: 4, title: "Origin", description: "Whether it is real or synthetic."}),
    publisher: text({code: 5, title: "Publisher", description: "Who sent or published the file."}),
    url: text({code: 6, title: "Address", description: "Where it was published."}, {max: 500}).optional(),
    licence: text({code: 7, title: "Licence", description: "Licence of the file."})
  }),
  rules: [],
  keys: [{code: 81, columns: ["file"], remedy: "List each file once."}]
});

import {z} from "zod";
import {reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {known} from "./words.js";

/** Systems and tools: one system or tool that the plan names a row. */
export const systems = defineContract({
  collection: "systems",
  prefix: "REF-SYS",
  title: "Systems and tools",
  row: "one system or tool that the plan names",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    system_id: text({code: 1, title: "System", description: "Identifier of the system or tool."}, {max: 60}),
    system_name: text({code: 2, title: "System name", description: "Name of the system or tool."}),
    owner: text(known(3, "owner"), {max: 60}),
    purpose: text({code: 4, title: "Purpose", description: "What it is for."}, {max: 60}),
    possible_feature: text({code: 5, title: "Possible feature", description: "What could be built for it."}),
    priority_id: reference("priorities", "priority_id", known(6, "priority_id")).optional(),
    place: text(known(7, "place"), {pattern: /^S[03]:L\d+$/, max: 7}),
    source: text(known(8, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["system_id"], remedy: "Keep one row for each system."}]
});

import {z} from "zod";
import {text} from "../column.js";
import {defineContract} from "../contract.js";
import {known} from "./words.js";

/** Test vectors of methods: one known result a row. */
export const methodTestVectors = defineContract({
  collection: "method_test_vectors",
  prefix: "REF-MTV",
  title: "Test vectors of methods",
  row: "one known result",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    vector_id: text({code: 1, title: "Vector", description: "Identifier of the test vector."}, {max: 60}),
    method: text({code: 2, title: "Method", description: "Method that the vector tests."}, {max: 60}),
    input: text({code: 3, title: "Input", description: "Input of the method."}),
    first_value: text({code: 4, title: "First value", description: "Lower limit or first result."}, {max: 60}),
    second_value: text(
      {code: 5, title: "Second value", description: "Upper limit or second result."},
      {max: 60}
    ).optional(),
    note: text(known(6, "note")),
    source: text(known(7, "source"), {max: 60})
  }),
  rules: [],
  keys: [{code: 81, columns: ["vector_id"], remedy: "Keep one row for each vector."}]
});

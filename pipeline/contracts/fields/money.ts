import {field, number, optional, text} from "./field.js";

/** Columns of funding. */
export const MONEY_FIELDS = {
  line_id: field(text(), "Funding line", "Identifier of the funding line."),
  line_name: field(text(), "Line", "Name of the funding line."),
  holder: field(optional(), "Holder", "Body that holds the money."),
  recipient: field(optional(), "Recipient", "Body that receives the money."),
  amount_gbp: field(number(), "Amount", "Amount in pounds as the plan gives it; empty where unknown.", {
    unit: "pounds",
    decimals: 0
  }),
  lower_gbp: field(number(), "At least", "Lower end of what the amount can be.", {unit: "pounds", decimals: 0}),
  upper_gbp: field(number(), "At most", "Upper end of what the amount can be.", {unit: "pounds", decimals: 0}),
  is_in_total: field(optional(), "Within the £100m", "'yes', 'no', 'part', 'unclear' or 'total'."),
  is_delegated: field(optional(), "Delegated", "'yes', 'no' or 'part': whether schools or LEAs decide on its use.")
} as const;

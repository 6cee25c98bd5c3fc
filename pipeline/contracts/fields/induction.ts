import {z} from "zod";
import {field, optional, text} from "./field.js";

/** Columns of the induction modules, and of the units of awards that they prepare for. */
export const INDUCTION_FIELDS = {
  audience: field(text(), "Audience", "Who the induction is for."),
  module_id: field(text(), "Module", "Identifier of the module."),
  module_name: field(text(), "Module name", "Name of the module, in our words."),
  nvq_unit_id: field(text(), "NVQ unit", "Identifier of the unit within its level."),
  unit_title: field(text(), "Unit title", "Title of the unit."),
  is_mandatory: field(text(), "Mandatory", "'yes' where the award cannot be had without the unit, else 'no'."),
  module_ids: field(optional(), "Modules", "Induction modules that prepare for it, separated by semicolons."),
  units_required_count: field(z.int(), "Units required", "Units that the whole award needs."),
  mandatory_units_count: field(z.int(), "Mandatory units", "Units that everyone must take."),
  mandatory_prepared_count: field(
    z.int(),
    "Mandatory units prepared",
    "Of these, units that the induction prepares for."
  ),
  optional_needed_count: field(z.int(), "Optional units needed", "Units to choose beside the mandatory ones."),
  optional_prepared_count: field(
    z.int(),
    "Optional units prepared",
    "Optional units that the induction prepares for; there can be more of them than are needed."
  ),
  units_remaining_count: field(
    z.int(),
    "Units still to cover",
    "Units of the award that the induction does not prepare for, at best choice of options."
  )
} as const;

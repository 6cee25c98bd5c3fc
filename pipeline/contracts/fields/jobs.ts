import {field, optional, text} from "./field.js";

/** Columns of roles, career routes, programmes and levels. */
export const JOB_FIELDS = {
  role_id: field(optional(), "Role", "Support staff role; empty for all roles together."),
  role_name: field(text(), "Role name", "Name of the role."),
  route_id: field(optional(), "Route", "Career route; empty for all routes together. Routes overlap and never add up."),
  route_name: field(text(), "Route name", "Name of the route."),
  programme_id: field(optional(), "Programme", "Programme, qualification or apprenticeship standard; empty for all."),
  programme_name: field(text(), "Programme name", "Name of the programme."),
  nqf_level: field(optional(), "Level", "Level on the national qualifications framework of the period."),
  route_ids: field(optional(), "Routes", "Routes of the role, separated by semicolons."),
  category: field(optional(), "Category", "Category within the list."),
  body: field(optional(), "Body", "Body that offers or develops the programme."),
  available_from: field(
    optional(),
    "Available from",
    "Date or period from which it is to be had, as the source gives it."
  ),
  status_2004: field(text(), "Status in 2004", "Whether it was to be had when the plan was written."),
  places: field(optional(), "Places", "Places or capacity that the source names, with its qualifier.")
} as const;

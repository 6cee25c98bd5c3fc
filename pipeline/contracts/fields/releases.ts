import {z} from "zod";
import {field, optional, text} from "./field.js";

/** Columns of what a release changed, and of the notices that correct one. */
export const RELEASE_FIELDS = {
  previous_as_at_date: field(optional(), "Release before", "Date of the position that the release before described."),
  previous_definition_version: field(
    optional(),
    "Definition before",
    "Version of the indicator's definition in the release before; empty where it had no figure."
  ),
  figures_added_count: field(z.int(), "Added", "Figures that the release before did not have."),
  figures_revised_count: field(z.int(), "Revised", "Figures whose value, limits or symbol are others than before."),
  figures_withdrawn_count: field(z.int(), "Withdrawn", "Figures that only the release before had."),
  figures_same_count: field(z.int(), "As they were", "Figures that say what they said before."),
  release_number: field(z.int(), "Place of the release", "1 for the earliest release of the series that is known."),
  release: field(
    text(),
    "Release",
    "Name under which the release was sealed; the date of its position where it was not sealed."
  ),
  was_said: field(z.boolean(), "Was said", "False where the release said nothing of the figure."),
  notice_id: field(text(), "Notice", "Identifier of the notice."),
  notice_date: field(text(), "Date of the notice", "Day on which the notice was given."),
  corrects_release: field(text(), "Corrects", "Name of the release that is put right."),
  page: field(
    text(),
    "Page",
    "Page of the site on which the notice stands, by its address, as areas/YH; `all` is every page."
  ),
  text: field(text(), "What was wrong", "What the release said and what it should have said, for its readers.")
} as const;

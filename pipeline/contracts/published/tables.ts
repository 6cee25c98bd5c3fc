import {areas} from "./areas.js";
import {definitions} from "./definitions.js";
import {files} from "./files.js";
import {fundingLines} from "./funding_lines.js";
import {indicators} from "./indicators.js";
import {milestones} from "./milestones.js";
import {priorities} from "./priorities.js";
import {programmes} from "./programmes.js";
import {progress} from "./progress.js";
import {provenance} from "./provenance.js";
import {returns} from "./returns.js";
import {roles} from "./roles.js";
import type {PublishedTable} from "./table.js";

/** Every table that leaves the gate, in the order in which they are written. */
export const PUBLISHED_TABLES: readonly PublishedTable[] = [
  indicators,
  progress,
  priorities,
  milestones,
  fundingLines,
  returns,
  files,
  provenance,
  definitions,
  areas,
  roles,
  programmes
];

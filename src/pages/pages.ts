import {julyReport} from "../../reports/july-progress/page.js";
import type {ListedPage} from "../components/release.js";
import {accessibility} from "./accessibility.js";
import {area} from "./area.js";
import {areas} from "./areas.js";
import {data} from "./data.js";
import {equality} from "./equality.js";
import {explore} from "./explore.js";
import {funding} from "./funding.js";
import {gaps} from "./gaps.js";
import {home} from "./home.js";
import {indicator} from "./indicator.js";
import {methods} from "./methods.js";
import {progress} from "./progress.js";
import {qualifications} from "./qualifications.js";
import {returns} from "./returns.js";
import {searchPage} from "./search.js";
import {today} from "./today.js";
import {uptake} from "./uptake.js";

/** Every page of the site, in reading order. */
export const PAGES: readonly ListedPage[] = [
  {path: "index", name: "Home", page: home, place: "menu"},
  {path: "progress", name: "Progress", page: progress, place: "menu"},
  {path: "uptake", name: "Uptake", page: uptake, place: "menu"},
  {path: "gaps", name: "Gaps", page: gaps, place: "menu"},
  {path: "equality", name: "Equality", page: equality, place: "menu"},
  {path: "areas", name: "Areas", page: areas, place: "menu"},
  {path: "areas/[area]", name: "Area", page: area, place: "none"},
  {path: "funding", name: "Funding", page: funding, place: "menu"},
  {path: "qualifications", name: "Qualifications", page: qualifications, place: "menu"},
  {path: "returns", name: "Returns", page: returns, place: "menu"},
  {path: "today", name: "Today", page: today, place: "menu"},
  {path: "explore", name: "Explore", page: explore, place: "menu"},
  {path: "indicators/[indicator]", name: "Indicator", page: indicator, place: "none"},
  {path: "search", name: "Search", page: searchPage(() => PAGES), place: "none"},
  {path: "reports/july-progress", name: "July report", page: julyReport, place: "foot"},
  {path: "methods", name: "Methods", page: methods, place: "foot"},
  {path: "download", name: "Data", page: data, place: "foot"},
  {path: "accessibility", name: "Accessibility", page: accessibility, place: "foot"}
];

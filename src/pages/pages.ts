import type {ListedPage} from "../components/release.js";
import {home} from "./home.js";
import {methods} from "./methods.js";
import {progress} from "./progress.js";
import {today} from "./today.js";

/** Every page of the site, in reading order. */
export const PAGES: readonly ListedPage[] = [
  {path: "index", name: "Home", page: home, place: "menu"},
  {path: "progress", name: "Progress", page: progress, place: "menu"},
  {path: "today", name: "Today", page: today, place: "menu"},
  {path: "methods", name: "Methods", page: methods, place: "foot"}
];

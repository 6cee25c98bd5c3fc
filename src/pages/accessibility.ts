import {date} from "../components/format.js";
import type {Page, Release} from "../components/release.js";

/** How far the pages can be used by everyone, what was tested, and what to do where they fail. */
export const accessibility: Page = {
  origins: () => new Set(),
  marks: {
    title: () => "Programs find no barrier on these pages; people have not yet tried them",
    lead: () =>
      "Anyone should be able to read, use and check every figure here. What has been done for that, what has not, and where to turn if a page fails you.",
    body,
    prepared
  }
};

/** Whom to tell of a problem. */
function body({catalogue}: Pick<Release, "catalogue">): string {
  const {signed_by} = catalogue.release;
  return signed_by
    ? `This one was signed off by ${signed_by.name}, ${signed_by.role}.`
    : "This one is a draft that nobody has signed off, so no body is named.";
}

function prepared({catalogue}: Pick<Release, "catalogue">): string {
  const {version, as_at} = catalogue.release;
  return `It describes release ${version}, with its position at ${date(as_at)}, and rests on the tests that the code runs. It is part of the site, and is reviewed with each release.`;
}

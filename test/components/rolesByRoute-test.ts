import {describe, expect, it} from "vitest";
import {rolesByRoute, rolesOf, routesIn} from "../../src/components/rolesByRoute.js";
import {surveyRelease} from "./surveyRelease.js";

const named = (found: ReturnType<typeof rolesByRoute>): string[] =>
  found.map(({route_name, roles}) => `${route_name}: ${roles.map(({role_id}) => role_id).join(", ")}`);

describe("rolesByRoute(release)", () => {
  it("puts each role once, under the first of its routes, the routes of the plan first", () => {
    expect(named(rolesByRoute(surveyRelease({})))).toEqual([
      "Supporting teaching and learning: R01",
      "Behaviour and guidance: R17",
      "No route stated: R36"
    ]);
  });

  it("leaves out roles that are not wanted, and routes without any", () => {
    expect(named(rolesByRoute(surveyRelease({}), ({role_id}) => role_id === "R17"))).toEqual([
      "Behaviour and guidance: R17"
    ]);
    expect(rolesByRoute(surveyRelease({roles: []}))).toEqual([]);
  });
});

describe("routesIn(list)", () => {
  it("reads a list of routes, or none", () => {
    expect(routesIn("AO;TL")).toEqual(["AO", "TL"]);
    expect(routesIn(null)).toEqual([]);
    expect(rolesOf(surveyRelease({}))[0]?.routes).toEqual(["BG", "TL"]);
  });
});

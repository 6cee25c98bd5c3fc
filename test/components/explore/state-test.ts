import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type ExploreState, ORDERS, readState, writeState} from "../../../src/components/explore/state.js";

const STATE: ExploreState = {
  indicator: "OFF-01",
  unit: "per cent of persons",
  by: "role_id,topic",
  only: {role_id: "R01", topic: "E-skills & more: all"},
  areas: ["national", "202"],
  within: "LON",
  period: "month:all",
  order: "highest",
  pins: ["ENG~survey:2004-03~Female", "202~survey:2004-03~A & B"],
  isWhole: true
};

describe("writeState(state)", () => {
  it("is read back as it was", () => {
    expect(readState(writeState(STATE))).toEqual(STATE);
  });

  it("is read back whatever the texts hold", () => {
    const text = fc.string({minLength: 1});
    const states = fc.record({
      indicator: text,
      unit: text,
      by: fc.string(),
      only: fc.dictionary(
        text.filter((name) => !name.includes(":") && name !== "__proto__"),
        fc.string()
      ),
      areas: fc.array(text),
      within: fc.string(),
      period: text,
      order: fc.constantFrom(...ORDERS),
      pins: fc.array(fc.string()),
      isWhole: fc.boolean()
    });
    fc.assert(
      fc.property(states, (state) => {
        const {within = "", order = "published", ...read} = readState(writeState(state));
        expect({...read, within, order}).toEqual({...state, only: {...state.only}});
      })
    );
  });

  it("leaves out what is usual", () => {
    const plain = {...STATE, by: "", only: {}, within: "", order: "published", pins: [], isWhole: false} as const;
    expect([...new URLSearchParams(writeState(plain)).keys()]).toEqual(["indicator", "unit", "area", "area", "period"]);
  });
});

describe("readState(query)", () => {
  it("leaves missing what an address does not say, or says in no known word", () => {
    expect(readState("?order=upwards")).toEqual({only: {}, pins: [], isWhole: false});
  });

  it("keeps that no area is wanted", () => {
    expect(readState("indicator=OFF-01&area=").areas).toEqual([]);
  });
});

import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {heldIn} from "./heldIn.js";

const letters = (minLength: number, maxLength: number) =>
  fc.string({unit: fc.constantFrom("a", "b", "š", "\u0000"), minLength, maxLength});

describe("heldIn(longer, texts)", () => {
  it("finds exactly those texts that looking for each would find", () => {
    fc.assert(
      fc.property(letters(0, 40), fc.array(letters(2, 5)), (longer, texts) => {
        expect(heldIn(longer, texts)).toEqual(new Set(texts.filter((text) => longer.includes(text))));
      })
    );
  });

  it("takes no text of one character, of which it could say nothing", () => {
    expect(() => heldIn("a", ["a"])).toThrow("invalid text");
  });
});

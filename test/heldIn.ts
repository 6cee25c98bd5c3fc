/**
 * Returns which of `texts`, each of two characters and more, a longer text holds. It is read once, and each place asked
 * only which of them begin with its two characters: to look for hundreds, one after another, reads it hundreds of times.
 */
export function heldIn(longer: string, texts: Iterable<string>): Set<string> {
  const isStart = new Uint8Array(65_536);
  const starting = new Map<number, string[]>();
  for (const text of new Set(texts)) {
    if (text.length < 2) throw new Error(`invalid text: "${text}" has fewer than two characters`);
    const pair = pairOf(text.charCodeAt(0), text.charCodeAt(1));
    isStart[pair] = 1;
    starting.set(pair, [...(starting.get(pair) ?? []), text]);
  }
  const held = new Set<string>();
  let first = longer.charCodeAt(0);
  for (let at = 0; at + 1 < longer.length; at += 1) {
    const second = longer.charCodeAt(at + 1);
    const pair = pairOf(first, second);
    first = second;
    if (isStart[pair] === 0) continue;
    for (const text of starting.get(pair) ?? []) if (!held.has(text) && longer.startsWith(text, at)) held.add(text);
  }
  return held;
}

const pairOf = (first: number, second: number): number => ((first & 255) << 8) | (second & 255);

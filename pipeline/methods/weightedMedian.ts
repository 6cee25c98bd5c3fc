/** Room to work in, so that a median may be taken many times over; at least as long as the values. */
export interface MedianRoom {
  values: Float64Array;
  rows: Float64Array;
}

/**
 * Returns the median of values that stand for `rows` rows each, of those above zero; the middle of the two that lie
 * halfway where the rows are even in number. Takes a few passes, by quickselect; the order of the values is left alone.
 */
export function positiveMedian(
  values: Float64Array,
  {rows, room}: {rows: Float64Array; room: MedianRoom}
): number | undefined {
  let size = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (!(value > 0)) continue;
    room.values[size] = value;
    room.rows[size] = rows[i] ?? 0;
    total += rows[i] ?? 0;
    size += 1;
  }
  if (!(total > 0)) return undefined;
  const middle = (total - 1) / 2;
  const low = select(room, {size, rank: Math.floor(middle)});
  const high = Number.isInteger(middle) ? low : select(room, {size, rank: Math.ceil(middle)});
  return (low + high) / 2;
}

/** Returns the value of the row at a rank from 0, parting the pairs in place about a pivot until it is found. */
function select({values, rows}: MedianRoom, {size, rank}: {size: number; rank: number}): number {
  let [from, to, before] = [0, size - 1, 0];
  while (from < to) {
    const pivot = middleOf(values[from] ?? 0, values[(from + to) >> 1] ?? 0, values[to] ?? 0);
    let [less, at, more, below, equal] = [from, from, to, 0, 0];
    while (at <= more) {
      const value = values[at] ?? 0;
      if (value < pivot) {
        below += rows[at] ?? 0;
        swap(values, at, less);
        swap(rows, at++, less++);
      } else if (value > pivot) {
        swap(values, at, more);
        swap(rows, at, more--);
      } else equal += rows[at++] ?? 0;
    }
    if (rank < before + below) to = less - 1;
    else if (rank < before + below + equal) return pivot;
    else {
      before += below + equal;
      from = more + 1;
    }
  }
  return values[from] ?? 0;
}

function middleOf(one: number, two: number, three: number): number {
  return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
}

function swap(list: Float64Array, one: number, other: number): void {
  const kept = list[one] ?? 0;
  list[one] = list[other] ?? 0;
  list[other] = kept;
}

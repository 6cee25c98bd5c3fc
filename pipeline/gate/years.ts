/** Returns the months of an academic or financial year ("2003-04"); undefined for any other period. */
export function monthsOf({periodType, period}: {periodType: string; period: string}): ReadonlySet<string> | undefined {
  const first = {academic: 8, financial: 4}[periodType];
  const year = Number(/^(\d{4})-\d{2}$/.exec(period)?.[1]);
  if (first === undefined || !Number.isInteger(year)) return;
  return new Set(
    Array.from({length: 12}, (_, index) => {
      const month = first + index;
      return month > 12 ? `${year + 1}-${pad(month - 12)}` : `${year}-${pad(month)}`;
    })
  );
}

const pad = (month: number): string => String(month).padStart(2, "0");

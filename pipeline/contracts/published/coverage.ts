/** Indicators whose figures from returns state no senders, and why none are to be counted. */
export const WITHOUT_SENDERS: Readonly<Record<string, string>> = {
  "CAP-04": "Counts what stands in the registers of national bodies, without which there is none.",
  "FIN-01": "Allocations, which the one body that makes them sends.",
  "FIN-04": "Allocations, which the one body that makes them sends.",
  "GAP-06": "Weighs our own list of roles by the January census, which one body sends.",
  "OUT-02": "Cohorts of a programme, which the one body that runs it sends.",
  "OUT-09": "Days of programmes, each of which the one body that runs it sends.",
  "QUA-03": "Says how many values are missing from what came, which is itself a measure of coverage.",
  "REG-02": "Counts areas whose figures state their senders.",
  "WRK-01": "The January census, which one body sends.",
  "WRK-02": "The January census, which one body sends."
};

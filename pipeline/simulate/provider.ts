import type {SimulatedFile} from "./file.js";
import {businessManagementCentres, collegeProviders, hltaProviders, type SimulatedProvider} from "./providers.js";
import type {Random} from "./random.js";
import type {World} from "./world.js";

const HEADER = [
  "provider_id",
  "provider_name",
  "provider_type",
  "lea_code",
  "annual_capacity",
  "capacity_kind",
  "cove_from",
  "cove_to",
  "is_assessment_centre",
  "assessors_fte"
];

/** Returns the three registers of providers: that of the LSC, of TTA and of NCSL. */
export function simulateProviders(world: World): SimulatedFile[] {
  const source = world.random.stream("provider");
  return [
    register("LSC", "2004-05-14", collegeProviders(world), (provider) => lscRow(source, provider)),
    register("TTA", "2004-04-08", hltaProviders(world), (provider) => hltaRow(source, provider)),
    register("NCSL", "2004-04-21", businessManagementCentres(world), centreRow)
  ];

  function register(
    sender: string,
    received: string,
    providers: readonly SimulatedProvider[],
    row: (provider: SimulatedProvider, index: number) => string[]
  ): SimulatedFile {
    return {
      collection: "provider",
      period: "2004-05",
      sender,
      submission: 1,
      received,
      header: HEADER,
      rows: providers.map((provider, index) => [
        provider.provider_id,
        provider.provider_name,
        provider.provider_type,
        provider.lea.code,
        ...row(provider, index)
      ]),
      form: {kind: "csv", delimiter: ",", encoding: "utf8", titleRows: []}
    };
  }
}

/** About one in three assesses the NVQ, and a few are Centres of Vocational Excellence. */
function lscRow(source: Random, _provider: SimulatedProvider): string[] {
  const capacity = String(source.integer(2, 24) * 5);
  const isCentre = source.chance(0.36);
  const assessors = isCentre ? (source.integer(4, 40) / 4).toFixed(2) : "0";
  const cove = source.chance(0.05) ? [`200${source.integer(2, 4)}-04-01`, "2006-03-31"] : ["", ""];
  const kind = source.chance(0.8) ? "maximum" : "minimum";
  return source.chance(0.12)
    ? ["", "", ...cove, isCentre ? "yes" : "no", assessors]
    : [capacity, kind, ...cove, isCentre ? "yes" : "no", assessors];
}

function hltaRow(source: Random, _provider: SimulatedProvider): string[] {
  return [String(source.integer(16, 25) * 10), "maximum", "", "", "yes", (source.integer(12, 60) / 4).toFixed(2)];
}

/** Nine centres share at least 1,000 certificate places a year; the diploma's pilots have 50 places each. */
function centreRow(_provider: SimulatedProvider, index: number): string[] {
  return index < 9 ? ["112", "minimum", "", "", "no", "0"] : ["50", "maximum", "", "", "no", "0"];
}

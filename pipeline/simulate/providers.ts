import type {AdminLea} from "./adminAreas.js";
import {adminLeas} from "./adminAreas.js";
import {ADMIN_TRUTH} from "./adminTruth.js";
import type {FileForm} from "./file.js";
import type {World} from "./world.js";

/** A fictitious provider. */
export interface SimulatedProvider {
  provider_id: string;
  provider_name: string;
  provider_type: string;
  lea: AdminLea;
}

const COLLEGES = 250;
const TYPES = [
  ["fe_college", "College", 62],
  ["sixth_form_college", "Sixth Form College", 6],
  ["private_provider", "Training", 20],
  ["lea_service", "Adult Learning Service", 8],
  ["voluntary", "Learning Trust", 4]
] as const;

/** Returns the colleges and other providers that send enrolments; at least one in the area of each local LSC. */
export function collegeProviders(world: World): SimulatedProvider[] {
  const source = world.random.stream("providers/colleges");
  const leas = adminLeas(world);
  const firsts = [...new Map(leas.map((lea) => [lea.llsc, lea])).values()];
  const count = Math.max(firsts.length, Math.round(COLLEGES * Math.min(1, world.scale)));
  const weighted = leas.map((lea) => [lea, lea.headcount] as const);
  return Array.from({length: count}, (_, index) => {
    const type = source.weighted(TYPES.map((of) => [of, of[2]] as const));
    const lea = firsts[index] ?? source.weighted(weighted);
    return provider({id: 900_001 + index, type: type[0], noun: type[1], number: index + 1, lea});
  });
}

/** Returns the providers that train and assess for HLTA status. */
export function hltaProviders(world: World): SimulatedProvider[] {
  const source = world.random.stream("providers/hlta");
  const leas = adminLeas(world);
  return Array.from({length: ADMIN_TRUTH.hltaProviders}, (_, index) => {
    const isUniversity = source.chance(0.7);
    const lea = source.pick(leas);
    return provider({
      id: 910_001 + index,
      type: isUniversity ? "higher_education" : "private_provider",
      noun: isUniversity ? "University" : "Training",
      number: index + 1,
      lea
    });
  });
}

/** Returns one centre a region for the certificate, and two for the diploma's pilots. */
export function businessManagementCentres(world: World): SimulatedProvider[] {
  const source = world.random.stream("providers/centres");
  const leas = adminLeas(world);
  const regions = [...new Set(leas.map((lea) => lea.region))].sort();
  return [...regions, "LN", "YH"].map((region, index) => {
    const lea = source.pick(leas.filter((of) => of.region === region));
    return provider({id: 920_001 + index, type: "higher_education", noun: "Management Centre", number: index + 1, lea});
  });
}

/** Returns how a provider's software writes its files: separator, encoding, and title rows above the heading. */
export function providerForm(world: World, {provider_id, provider_name}: SimulatedProvider): FileForm {
  const habit = world.random.stream(`form/${provider_id}`).next();
  const titleRows = [`Synthetic return of ${provider_name}`, "Individualised learner record 2003/04"];
  if (habit < 0.7) return {kind: "csv", delimiter: ",", encoding: "utf8", titleRows: []};
  if (habit < 0.82) return {kind: "csv", delimiter: ";", encoding: "utf8-bom", titleRows: []};
  if (habit < 0.93) return {kind: "csv", delimiter: ",", encoding: "windows-1252", titleRows};
  return {kind: "csv", delimiter: "\t", encoding: "utf16le", titleRows: []};
}

function provider(of: {id: number; type: string; noun: string; number: number; lea: AdminLea}): SimulatedProvider {
  return {
    provider_id: String(of.id),
    provider_name: `Fictitious ${of.noun} ${String(of.number).padStart(3, "0")} (synthetic)`,
    provider_type: of.type,
    lea: of.lea
  };
}

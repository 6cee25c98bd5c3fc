import {adminLeas} from "./adminAreas.js";
import {addDays} from "./calendar.js";
import type {SimulatedFile} from "./file.js";
import {inventPerson, postcode} from "./people.js";
import type {Random} from "./random.js";
import type {World} from "./world.js";

const PROVIDER = "99000001";
const LEARNERS = 12;
const AIMS = ["SYN18001", "SYN18002", "SYN18003"];

/** Returns one small ILR file in the format of 2018-19: invented learners, fictitious provider and aims. */
export function simulateIlr(world: World): SimulatedFile[] {
  const source = world.random.stream("ilr");
  const districts = adminLeas(world).map(({district}) => district);
  const learners = Array.from({length: LEARNERS}, (_, index) => learner(source, index, districts));
  return [
    {
      collection: "ilr",
      period: "2018-19",
      sender: PROVIDER,
      submission: 1,
      received: "2019-01-08",
      header: [],
      rows: [],
      form: {kind: "text", extension: "xml", content: message(learners)}
    }
  ];
}

function message(learners: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Synthetic: no such provider, learners or aims exist. -->
<Message xmlns="ESFA/ILR/2018-19">
${element("Header", [
  element("CollectionDetails", [
    leaf("Collection", "ILR"),
    leaf("Year", "1819"),
    leaf("FilePreparationDate", "2019-01-07")
  ]),
  element("Source", [
    leaf("ProtectiveMarking", "OFFICIAL-SENSITIVE-Personal"),
    leaf("UKPRN", PROVIDER),
    leaf("SoftwareSupplier", "Synthetic"),
    leaf("SoftwarePackage", "uptake simulate"),
    leaf("Release", "1"),
    leaf("SerialNo", "01"),
    leaf("DateTime", "2019-01-07T09:00:00")
  ])
])}
${element("LearningProvider", [leaf("UKPRN", PROVIDER)])}
${learners.join("\n")}
</Message>
`;
}

function learner(source: Random, index: number, districts: readonly string[]): string {
  const district = source.pick(districts);
  const person = inventPerson(source, {home: district, work: district, femaleShare: 0.9, minority: 0.1});
  const birth = `${Number(person.birthDate.slice(0, 4)) + 15}${person.birthDate.slice(4)}`;
  const aims = AIMS.slice(0, source.integer(1, 3));
  return element("Learner", [
    leaf("LearnRefNumber", `SYN${String(index + 1).padStart(4, "0")}`),
    leaf("ULN", String(9_900_000_001 + index)),
    leaf("FamilyName", person.familyName),
    leaf("GivenNames", person.givenNames),
    leaf("DateOfBirth", birth),
    leaf("Ethnicity", source.chance(0.85) ? "31" : "41"),
    leaf("Sex", person.sex),
    leaf("LLDDHealthProb", person.difficulty),
    leaf("PriorAttain", source.pick(["1", "2", "9"])),
    leaf("PostcodePrior", person.homePostcode),
    leaf("Postcode", person.homePostcode),
    ...aims.map((aim, at) => delivery(source, {aim, number: at + 1, place: postcode(source, district)}))
  ]);
}

function delivery(source: Random, {aim, number, place}: {aim: string; number: number; place: string}): string {
  const start = addDays("2018-09-03", source.integer(0, 60));
  const plannedEnd = addDays(start, source.integer(120, 300));
  const hasEnded = source.chance(0.5);
  return element("LearningDelivery", [
    leaf("LearnAimRef", aim),
    leaf("AimType", "4"),
    leaf("AimSeqNumber", String(number)),
    leaf("LearnStartDate", start),
    leaf("LearnPlanEndDate", plannedEnd),
    leaf("FundModel", "35"),
    leaf("DelLocPostCode", place),
    leaf("CompStatus", hasEnded ? "2" : "1"),
    ...(hasEnded ? [leaf("LearnActEndDate", addDays(plannedEnd, -7)), leaf("Outcome", "1")] : [])
  ]);
}

function element(name: string, children: readonly string[]): string {
  const inside = children.map((child) => child.replaceAll(/^/gm, "  ")).join("\n");
  return `<${name}>\n${inside}\n</${name}>`;
}

function leaf(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

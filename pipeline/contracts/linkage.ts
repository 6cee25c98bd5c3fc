/** Which columns of a collection tell who a learner is and where; all but provider and sex are personal. */
export interface Linkage {
  collection: string;
  provider: string;
  learner: string; // the provider's own reference of the learner
  familyName: string;
  givenNames: string;
  birthDate: string;
  sex: string;
  homePostcode: string;
  workplacePostcode: string;
}

/** Every collection whose rows are about learners, who are linked across providers and files. */
export const LINKAGES: readonly Linkage[] = [
  {
    collection: "enrolment",
    provider: "L01",
    learner: "L03",
    familyName: "family_name",
    givenNames: "given_names",
    birthDate: "date_of_birth",
    sex: "L13",
    homePostcode: "L17",
    workplacePostcode: "A45"
  },
  {
    collection: "ilr",
    provider: "UKPRN",
    learner: "LearnRefNumber",
    familyName: "FamilyName",
    givenNames: "GivenNames",
    birthDate: "DateOfBirth",
    sex: "Sex",
    homePostcode: "Postcode",
    workplacePostcode: "DelLocPostCode"
  }
];

/** Returns a collection's linkage; nothing where its rows are not about learners. */
export function linkageOf(collection: string): Linkage | undefined {
  return LINKAGES.find((linkage) => linkage.collection === collection);
}

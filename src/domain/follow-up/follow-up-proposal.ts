import type { CivilDate } from '../basics/civil-date.ts';
import { completedAge } from '../calendar/age.ts';
import type { FollowUpRules } from './follow-up-rules.ts';

/** What is known of her; what she has not answered is absent and never counts as a yes. */
export type FollowUpAnswers = {
  readonly birthDate: CivilDate;
  readonly firstBirth?: boolean;
  readonly personsToConsult?: number;
  readonly due: CivilDate;
  readonly listDate: CivilDate;
};

export type FollowUpProposal = {
  readonly proposed: boolean;
  /** First birth and young enough on the day that counts. */
  readonly byAge: boolean;
  readonly byPersons: boolean;
  /** Age in full years, as people say it, on both days (AMB-07). */
  readonly ageOnDueDate: number;
  readonly ageOnListDate: number;
  /** The other day would have given another result: both are shown to whoever confirms. */
  readonly agesDiffer: boolean;
};

/** Whether follow-up is proposed to the ward: first birth at 25 or under, or one or fewer persons to consult (CHI-5-7). */
export function followUpProposal(answers: FollowUpAnswers, rules: FollowUpRules): FollowUpProposal {
  const { birthDate, firstBirth, personsToConsult, due, listDate } = answers;
  const ageOnDueDate = completedAge(birthDate, due, 'birthday') ?? 0;
  const ageOnListDate = completedAge(birthDate, listDate, 'birthday') ?? 0;
  const isYoung = (age: number) => firstBirth === true && age <= rules.youngest;
  const byAge = isYoung(rules.ageOn === 'due-date' ? ageOnDueDate : ageOnListDate);
  const byPersons = personsToConsult !== undefined && personsToConsult <= rules.fewPersons;
  return {
    proposed: rules.joinedBy === 'or' ? byAge || byPersons : byAge && byPersons,
    byAge,
    byPersons,
    ageOnDueDate,
    ageOnListDate,
    agesDiffer: isYoung(ageOnDueDate) !== isYoung(ageOnListDate),
  };
}

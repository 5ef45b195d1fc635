/** 要フォロー (CHI-5-7, AMB-07). The ward's word is authoritative; these say when to propose it. */
export type FollowUpRules = {
  /** A first-time mother of this age or younger. */
  readonly youngest: number;
  /** So many persons to consult, or fewer. */
  readonly fewPersons: number;
  /** On which day her age counts: the expected date of birth, or the day of the list. Both are shown when they differ. */
  readonly ageOn: 'due-date' | 'list-date';
  /** Whether one criterion is enough or both are needed. */
  readonly joinedBy: 'or' | 'and';
};

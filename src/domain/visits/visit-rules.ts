/** Shortest and longest talk in minutes. */
export type VisitLength = { readonly least: number; readonly most: number };

/** How a visit is made and by whom. */
export type VisitRules = {
  /** CHI-8.3-6 and 8.3-7. Longer or shorter ones are looked at, not refused. */
  readonly length: { readonly ordinary: VisitLength; readonly followUp: VisitLength };
  /** Kept free after each visit for the way to the next (CHI-8.3-7). */
  readonly travelMinutes: number;
  /** Attempts that end absent, before the responsible manager has to allow another (CHI-8.7-2, AMB-11). */
  readonly attempts: number;
  /** Licences that make a visitor, seen by somebody (CHI-6.2-1, AMB-08: a midwife's alone does not). */
  readonly licences: readonly string[];
  /** All of them before the first visit (CHI-8.11-1). */
  readonly trainingTopics: readonly string[];
  /** The consent that is asked for at the visit (CHI-8.3-9, AMB-12). */
  readonly consent: { readonly text: string; readonly version: string };
  /** Why the handbook was not stamped at home (CHI-8.3-11), and what is noted for a talk from afar (AMB-13). */
  readonly noStamp: { readonly home: readonly string[]; readonly remote: string };
  /** The worklist shows who is due within so many days and not yet visited (CHI-8.2-3). */
  readonly worklistDays: number;
};

/** What a programme's report says beside numbers every programme has. */
export type ReportRules = {
  /**
   * HH:MM. The month that ends with the contract is reported on its own last day (CHI-9.1-3): it is closed from this
   * hour of that day on, and what comes later stands in dated supplements (AMB-22).
   */
  readonly lastMonthClosesAt: string;
  /** Item ④ (CHI-9.1-7): the form filled in at the visit, and which of its questions are a woman's condition. */
  readonly conditions: { readonly form: string; readonly questions: readonly string[] };
  /** What the contract plans for its year (CHI-5-4, 5-5): visits at home, those of them with follow-up, remote talks. */
  readonly planned: { readonly visits: number; readonly followUp: number; readonly remote: number };
  /** Kinds of consultation that are always shown, with 0 where nobody asked (CHI-9.1-11). */
  readonly consultations: readonly string[];
};

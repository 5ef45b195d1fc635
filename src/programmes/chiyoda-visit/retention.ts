import type { RetentionRules } from '../../domain/retention/retention-rules.ts';
import { intakeRules } from './intake.ts';

/**
 * What 千代田区 has kept and disposed of. Person data, answers and papers go at the end of the contract by the way the
 * ward designates (PII-12-1). The access log stays at least three years from each entry (SEC-17-7), and with it the
 * journal, which names persons by ids only that lead nowhere once the vault is gone (AMB-37). Generations are not
 * records: seven days, then the eighth goes (SEC-12-2, AMB-53).
 */
export const retentionRules: RetentionRules = {
  classes: [
    {
      class: 'person-data',
      from: 'contract-end',
      keep: { years: 0 },
      least: false,
      by: 'disposal',
      byErasure: true,
    },
    {
      class: 'questionnaires',
      from: 'contract-end',
      keep: { years: 0 },
      least: false,
      by: 'disposal',
      byErasure: true,
    },
    { class: 'papers', from: 'contract-end', keep: { years: 0 }, least: false, by: 'disposal' },
    { class: 'journal', from: 'contract-end', keep: { years: 3 }, least: true, by: 'disposal' },
    { class: 'access-log', from: 'entry', keep: { years: 3 }, least: true, by: 'disposal' },
    {
      class: 'list-keys',
      from: 'list-settled',
      keep: { days: intakeRules.keepStagedDays },
      least: true,
      by: 'clock',
    },
    { class: 'print-files', from: 'batch-closed', keep: { days: 30 }, least: true, by: 'clock' },
    { class: 'generations', from: 'generation', keep: { days: 7 }, least: true, by: 'backup' },
  ],
  askDaysBefore: 14,
  askShownDaysBefore: 60,
  repeatDays: 30,
};

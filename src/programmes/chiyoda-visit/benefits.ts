import { yen } from '../../domain/basics/yen.ts';
import { PROGRAMME_CALENDAR } from '../../domain/calendar/programme-days.ts';
import type { BenefitRules } from '../../domain/benefits/benefit-rules.ts';

/** 家事・育児パッケージ: こども商品券 worth 10,000 yen (CHI-8.4). */
export const benefitRules: BenefitRules = {
  worth: yen(10_000),
  setsPerPackage: 1,
  dispatchDays: 10,
  calendar: PROGRAMME_CALENDAR,
  rhythmDays: 7,
  resendCap: 1,
  oneYear: 'anniversary',
  managerFromRequest: 2,
  earlyBirthUnclear: 'hold',
  cohortAfterBirth: 'hold',
  minMonthsLeft: 13,
  remindBeforeLimitDays: [90, 30],
};

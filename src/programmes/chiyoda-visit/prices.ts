import { date } from '../../domain/basics/civil-date.ts';
import { yen } from '../../domain/basics/yen.ts';
import type { BillingRules } from '../../domain/billing/billing-rules.ts';

const FROM = date('2026-04-01');

/**
 * Prices and costs. THE AMOUNTS AND THE ISSUER ARE INVENTED SAMPLES, to be replaced by those of the signed contract;
 * only the voucher's 10,000 yen stands in the specification (CHI-8.4-1).
 */
export const billingRules: BillingRules = {
  prices: [
    { code: 'visit', from: FROM, price: yen(14_800) },
    { code: 'visit-follow-up', from: FROM, price: yen(17_600) },
    { code: 'remote', from: FROM, price: yen(9_200) },
    { code: 'remote-follow-up', from: FROM, price: yen(11_300) },
    { code: 'package', from: FROM, price: yen(10_000) },
  ],
  // To be confirmed with the ward before the first invoice: the voucher as 物品切手等, the postage as 立替金.
  taxClasses: {
    visit: 'standard',
    'visit-follow-up': 'standard',
    remote: 'standard',
    'remote-follow-up': 'standard',
    package: 'non-taxable',
    'postage-notice': 'pass-through',
    'postage-resend': 'pass-through',
    'postage-recall': 'pass-through',
    'postage-package': 'pass-through',
  },
  taxRates: [{ from: date('2019-10-01'), rate: 10 }],
  rounding: 'down',
  postage: {
    notice: 'postage-notice',
    resend: 'postage-resend',
    // A letter written again because it was lost is paid as what it is, a sending again. `not-claimed` if the ward says no.
    reissue: 'postage-resend',
    recall: 'postage-recall',
    package: 'postage-package',
    'package-resend': 'postage-package',
    'package-request': 'postage-package',
  },
  afterContract: 'supplement',
  costs: [
    { code: 'operation', part: 'lump-sum', amount: yen(6_240_000), taxClass: 'standard' },
    { code: 'letter-design-printing', part: 'lump-sum', amount: yen(412_500), taxClass: 'standard' },
    { code: 'envelope-printing', part: 'lump-sum', amount: yen(286_000), taxClass: 'standard' },
    { code: 'inserting-sealing', part: 'lump-sum', amount: yen(348_700), taxClass: 'standard' },
    { code: 'call-centre', part: 'lump-sum', amount: yen(4_980_000), taxClass: 'standard' },
    { code: 'package-management', part: 'lump-sum', amount: yen(903_300), taxClass: 'standard' },
    { code: 'system-initial', part: 'lump-sum', amount: yen(1_650_000), taxClass: 'standard' },
    { code: 'system-running', part: 'lump-sum', amount: yen(1_188_000), taxClass: 'standard' },
    // Never an actual cost (CHI-10.3-3): what the visitors travel is within the prices of their visits and this.
    { code: 'travel', part: 'lump-sum', amount: yen(240_000), taxClass: 'standard' },
    { code: 'visit', part: 'unit' },
    { code: 'visit-follow-up', part: 'unit' },
    { code: 'remote', part: 'unit' },
    { code: 'remote-follow-up', part: 'unit' },
    { code: 'package', part: 'unit' },
    { code: 'postage-notice', part: 'actual' },
    { code: 'postage-resend', part: 'actual' },
    { code: 'postage-recall', part: 'actual' },
    { code: 'postage-package', part: 'actual' },
  ],
  payWithinDays: 30,
  issuer: {
    name: '株式会社見本見守りサービス',
    address: '東京都千代田区九段南一丁目0番0号',
    registration: 'T7123456789012',
    corporate: true,
  },
  numberPrefix: 'MV8',
};

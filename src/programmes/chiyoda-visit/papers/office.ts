import type { Office } from '../../papers/office.ts';
import { billingRules } from '../prices.ts';

/** Who gives papers to 千代田区. THE CONTRACTOR IS AN INVENTED SAMPLE, to be replaced by the signed contract's. */
export const chiyodaOffice: Office = {
  ward: '千代田区長 様',
  contract: { name: '千代田区妊娠後期訪問支援業務委託', number: '(契約番号 見本)' },
  from: ['受託者', billingRules.issuer.address, billingRules.issuer.name, '代表取締役 見本 太郎'],
  section: {
    name: `${billingRules.issuer.name} 見守り訪問事務局`,
    address: billingRules.issuer.address,
    phone: '00-0000-0000',
  },
  bank: [
    ['金融機関', '見本銀行 見本支店(0000-000)'],
    ['口座', '普通 0000000'],
    ['口座名義', 'カ)ミホンミマモリサービス'],
  ],
};

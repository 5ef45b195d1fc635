import type { InvoiceTold } from '../../papers/invoice.ts';

const cases = (label: string) => ({ label, unit: '件' });
const pieces = (label: string) => ({ label, unit: '通' });
const whole = (label: string) => ({ label, unit: '式' });

/** What each line of an invoice is called (CHI-10.1 to 10.3). */
export const invoiceWords: InvoiceTold['words'] = {
  visit: cases('見守り訪問業務'),
  'visit-follow-up': cases('見守り訪問業務(要フォロー妊婦)'),
  remote: cases('里帰り分の面談業務'),
  'remote-follow-up': cases('里帰り分の面談業務(要フォロー妊婦)'),
  package: cases('育児パッケージ(子ども商品券)'),
  'postage-notice': pieces('郵送料 案内通知'),
  'postage-resend': pieces('郵送料 案内通知の再送'),
  'postage-recall': pieces('郵送料 勧奨はがき'),
  'postage-package': pieces('郵送料 育児パッケージ'),
  operation: whole('業務運営費'),
  'letter-design-printing': whole('通知物デザイン・印刷費'),
  'envelope-printing': whole('専用封筒印刷費'),
  'inserting-sealing': whole('封入封緘費'),
  'call-centre': whole('コールセンター運営費'),
  'package-management': whole('育児パッケージ管理費'),
  'system-initial': whole('システム初期構築費'),
  'system-running': whole('システム運用費'),
  travel: whole('交通費等'),
};

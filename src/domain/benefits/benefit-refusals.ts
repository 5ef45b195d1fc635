import type { DecideEntitlementRefusal } from './decide-entitlement.ts';
import type { DestroyStockRefusal } from './destroy-stock.ts';
import type { ExpireBenefitRefusal } from './expire-benefit.ts';
import type { HoldBenefitRefusal } from './hold-benefit.ts';
import type { PackBenefitRefusal } from './pack-benefit.ts';
import type { ReceiveStockRefusal } from './receive-stock.ts';
import type { ReleaseBenefitRefusal } from './release-benefit.ts';
import type { RequestRedispatchRefusal } from './request-redispatch.ts';
import type { ReturnStockRefusal } from './return-stock.ts';

/** Why something about packages and vouchers is not done. */
export type BenefitRefusal =
  | DecideEntitlementRefusal
  | DestroyStockRefusal
  | ExpireBenefitRefusal
  | HoldBenefitRefusal
  | PackBenefitRefusal
  | ReceiveStockRefusal
  | ReleaseBenefitRefusal
  | RequestRedispatchRefusal
  | ReturnStockRefusal;

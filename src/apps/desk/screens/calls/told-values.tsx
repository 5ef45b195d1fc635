import type { ReactNode } from 'react';
import type { SlotId } from '../../../../domain/basics/ids.ts';
import { readSlot } from '../../../../domain/booking/slot.ts';
import type { CivilDate } from '../../../../domain/basics/civil-date.ts';
import type { PieceKind } from '../../../../domain/facts/mailing.ts';
import type { PieceStatus } from '../../../../domain/mailings/mail.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { dayWords } from '../../day-words.ts';

type Told = {
  readonly booking?: { readonly date: CivilDate; readonly slot: SlotId; readonly mode: string };
  readonly dispatch?: { readonly kind: PieceKind; readonly status: PieceStatus };
  readonly package?: { readonly to: 'granted' | 'withheld'; readonly held: boolean };
  readonly contact?: { readonly phone: string | undefined; readonly email: string | undefined };
  readonly address?: { readonly address: string | undefined; readonly building: string | undefined };
};

/** The values that may be told, and no other; nothing when there is nothing to tell. */
export function ToldValues({ told }: { readonly told: Told }): ReactNode {
  const { booking, dispatch, package: parcel, contact, address } = told;
  if (!contact) return null;
  return (
    <dl className="facts">
      <dt>訪問</dt>
      <dd>
        {booking
          ? `${dayWords(booking.date)} ${readSlot(booking.slot)?.start ?? ''}(${MODES[booking.mode] ?? booking.mode})`
          : '予約はありません'}
      </dd>
      <dt>郵便物</dt>
      <dd>
        {dispatch
          ? `${callWords.pieces[dispatch.kind]}: ${callWords.statuses[dispatch.status]}`
          : 'お送りしたものはありません'}
      </dd>
      <dt>育児パッケージ</dt>
      <dd>{parcel ? parcelWords(parcel) : '面談の後に決まります'}</dd>
      <dt>電話</dt>
      <dd>{contact.phone ?? '登録がありません'}</dd>
      <dt>メール</dt>
      <dd>{contact.email ?? '登録がありません'}</dd>
      <dt>住所</dt>
      <dd>{[address?.address, address?.building].filter((one) => one).join(' ') || '登録がありません'}</dd>
    </dl>
  );
}

const MODES: Readonly<Record<string, string>> = {
  visit: '訪問',
  online: 'オンライン面談',
  phone: '電話面談',
};

function parcelWords({ to, held }: NonNullable<Told['package']>): string {
  if (to === 'withheld') return '対象になりません';
  return held ? '確認中です' : 'お送りする予定です';
}

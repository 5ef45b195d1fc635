import { dayOfInstant, type Instant } from '../../domain/basics/instant.ts';

/** What a certificate of erasure tells the ward (PII-12-5, BAB-T21-1). No name stands in it. */
export type ErasureCertificate = {
  readonly title: string;
  readonly municipality: string;
  readonly erasure: string;
  readonly persons: number;
  readonly ref: string;
  readonly witnesses: readonly string[];
  readonly orderedAt: Instant;
  readonly confirmedAt: Instant;
  readonly epoch: number;
  readonly contractEnds: string;
};

/** The certificate as plain text: what was erased, how, what stays, why, and until when. */
export function erasureCertificate(told: ErasureCertificate): string {
  return `消去証明書

${told.municipality} 御中

事業名　　　: ${told.title}
消去番号　　: ${told.erasure}
区の承諾　　: ${told.ref}
立会い等　　: ${told.witnesses.length > 0 ? told.witnesses.join('、') : '立会いなし'}
対象人数　　: ${told.persons}人
指示した日　: ${dayOfInstant(told.orderedAt)}
確認した日　: ${dayOfInstant(told.confirmedAt)}

1. 消去したもの
氏名、住所、電話番号、生年月日、メールアドレス、口座、アンケートと訪問の回答、自由記載、お預かりした書類など、本人に属する保管庫の記録のすべて。あわせて、記録番号から本人をたどるためのつながりと、本人の記録を開くための鍵。取り込み済みの名簿を開くための鍵も消去しました。

2. 消去の方法
本人の記録と鍵を削除し、事業の鍵を新しいもの(第${told.epoch}号)に替え、他の方の鍵をすべて新しい鍵で包み直したうえで、古い事業の鍵を2か所とも消去しました。2か所とも消去されたことを確認してから、この証明書を作成しています。過去に作成した控え、鍵の写し、複製に残る本人の記録は、古い事業の鍵がなければ開くことができず、判読できません。

3. 残るもの
日付、区分、件数、金額の記録が、どこにもつながらない番号のもとに残ります。報告と請求の数を確かめるため、また、だれが記録を見たかを示すためのものです。番号から本人をたどることはできません。

4. 残るものの期限
報告と請求の根拠となる記録は、契約期間の終わり(${told.contractEnds})ののち、区が定める保存期間が満了するまで。アクセスの記録は3年以上で区が定める期間が満了するまで。満了ののち、これらも消去します。
`;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitAddress } from '../../domain/text/address.ts';
import { japanTowns } from './japan-towns.ts';

test('an address outside the ward is cut by the postal table, one in the ward by its own [CHI-8.4-9]', () => {
  const cut = (address: string) => {
    const parts = splitAddress(address, japanTowns());
    return parts.ok ? [parts.value.pref, parts.value.city, parts.value.town, parts.value.rest] : [];
  };
  assert.deepEqual(cut('北海道札幌市中央区北一条西２丁目１'), ['北海道', '札幌市中央区', '北一条西', '2-1']);
  assert.deepEqual(cut('東京都新宿区西新宿二丁目8番1号'), ['東京都', '新宿区', '西新宿', '2-8-1']);
  assert.deepEqual(cut('麴町3-7-24'), ['東京都', '千代田区', '麹町', '3-7-24']);
});

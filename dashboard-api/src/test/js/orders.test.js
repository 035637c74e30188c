import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuery, selectOrders } from '../../main/resources/public/app/model/orders.js';

const ORDERS = [
  { id: 'DH2', customer: 'Sao Thái Dương', product: 'Hộp', title: 'Kem dưỡng', status: 'OPEN', rush: true, barred: null, lateMinutes: 0, due: '2026-11-25', plannedEnd: null },
  { id: 'DH1', customer: 'Điện Quang', product: 'Tờ rơi', title: 'Đèn', status: 'DONE', rush: false, barred: null, lateMinutes: 30, due: '2026-11-26', plannedEnd: '2026-11-27' },
  { id: 'DH3', customer: 'Vinamilk', product: 'Hộp', title: 'Sữa', status: 'OPEN', rush: false, barred: { en: 'x', vi: 'x' }, lateMinutes: 0, due: '2026-11-24', plannedEnd: '2026-11-25' },
];
const ids = (query) => selectOrders(ORDERS, readQuery(query)).map((o) => o.id);

test('the earliest due comes first', () => assert.deepEqual(ids({}), ['DH3', 'DH2', 'DH1']));
test('every word must be found, without marks', () => {
  assert.deepEqual(ids({ q: 'dien den' }), ['DH1']);
  assert.deepEqual(ids({ q: 'hop vinamilk' }), ['DH3']);
  assert.deepEqual(ids({ q: 'hop den' }), []);
});
test('filters add up', () => {
  assert.deepEqual(ids({ late: '1' }), ['DH1']);
  assert.deepEqual(ids({ barred: '1' }), ['DH3']);
  assert.deepEqual(ids({ rush: '1', status: 'OPEN' }), ['DH2']);
  assert.deepEqual(ids({ status: 'NONSENSE' }), ['DH3', 'DH2', 'DH1']);
});
test('what is not known comes last', () => assert.deepEqual(ids({ sort: 'plannedEnd' }), ['DH3', 'DH1', 'DH2']));
test('the order can be turned', () => assert.deepEqual(ids({ sort: 'id', desc: '1' }), ['DH3', 'DH2', 'DH1']));

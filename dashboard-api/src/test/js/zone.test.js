import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsAt, instantOf, nextDay, startOfDay } from '../../main/resources/public/app/model/zone.js';

test('fields and instants are each other’s inverse', () => {
  const t = Date.parse('2026-03-08T23:45:00Z');
  const f = fieldsAt(t, 'Asia/Ho_Chi_Minh');
  assert.deepEqual([f.year, f.month, f.day, f.hour, f.minute], [2026, 3, 9, 6, 45]);
  assert.equal(instantOf(f.year, f.month, f.day, f.hour, f.minute, 'Asia/Ho_Chi_Minh'), t);
});

test('a day with a clock change is 23 or 25 hours long', () => {
  const spring = Date.parse('2026-03-29T12:00:00Z');
  const autumn = Date.parse('2026-10-25T12:00:00Z');
  const hours = (t) => (nextDay(t, 'Europe/Berlin') - startOfDay(t, 'Europe/Berlin')) / 3_600_000;
  assert.equal(hours(spring), 23);
  assert.equal(hours(autumn), 25);
});

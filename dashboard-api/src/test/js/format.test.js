import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockTime, date, dateTime, duration, money, near, number, percent, plain, said } from '../../main/resources/public/app/model/format.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const NOON = Date.parse('2026-11-24T05:00:00Z');

test('numbers are written as each language writes them', () => {
  assert.equal(number(1234.5, 'vi', 1), '1.234,5');
  assert.equal(number(1234.5, 'en', 1), '1,234.5');
  assert.equal(number(-0.01, 'vi', 1), '0');
  assert.equal(number(null, 'vi'), '–');
  assert.equal(number(NaN, 'en'), '–');
});

test('dates have the day first in Vietnamese and the month by name in English', () => {
  assert.equal(date(NOON, ZONE, 'vi'), '24/11/2026');
  assert.equal(date(NOON, ZONE, 'en'), '24 Nov 2026');
  assert.equal(dateTime(NOON, ZONE, 'vi'), '12:00 24/11/2026');
});

test('the plant zone decides the day, not the reader’s', () => {
  const lateEvening = Date.parse('2026-11-24T17:30:00Z');
  assert.equal(clockTime(lateEvening, ZONE), '00:30');
  assert.equal(date(lateEvening, ZONE, 'vi'), '25/11/2026');
});

test('a time of today is told without its day, another with it', () => {
  assert.equal(near(NOON + 3_600_000, NOON, ZONE, 'vi'), '13:00');
  assert.equal(near(NOON + 86_400_000, NOON, ZONE, 'vi'), '12:00 T4 25/11');
  assert.equal(near(NOON + 86_400_000, NOON, ZONE, 'en'), '12:00 Wed 25 Nov');
  assert.equal(near(NaN, NOON, ZONE, 'vi'), '–');
});

test('durations show their two largest units', () => {
  assert.equal(duration(135, 'vi'), '2 giờ 15 phút');
  assert.equal(duration(3 * 1440 + 250, 'en'), '3 d 4 h');
  assert.equal(duration(0.4, 'en'), '0 min');
  assert.equal(duration(-90, 'en'), '1 h 30 min');
});

test('100 % is said only of what is done', () => {
  assert.equal(percent(0.9999, 'vi'), '99%');
  assert.equal(percent(1, 'vi'), '100%');
});

test('money is told in a size that reads at a glance', () => {
  assert.equal(money(812_400_000, 'vi'), '812,4 triệu');
  assert.equal(money(1_250_000_000, 'en'), '1.25 bn');
  assert.equal(money(950, 'vi'), '950');
});

test('search ignores Vietnamese marks', () => {
  assert.equal(plain('Điều độ Đơn hàng'), 'dieu do don hang');
});

test('a text in both languages is said in the page’s, or in the one there is', () => {
  assert.equal(said({ en: 'late', vi: 'trễ' }, 'en'), 'late');
  assert.equal(said({ en: 'late', vi: '' }, 'vi'), 'late');
  assert.equal(said(null, 'vi'), '');
});

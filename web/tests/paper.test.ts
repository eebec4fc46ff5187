import { expect, test } from 'vitest'
import { boxes, cell, choice, dayLine, digits, fill, options, ring } from '@/print/paper'

test('options are read as the form has them, with a place to write behind some', () => {
  const { options: read, numbers, boxes: count } = choice('1无 2青霉素 5其他____', ['2', '5'], { boxes: 4, fills: { 5: '头孢' } })
  expect(read).toEqual([
    { number: '1', label: '无' },
    { number: '2', label: '青霉素' },
    { number: '5', label: '其他', fill: fill('头孢', 4) },
  ])
  expect([numbers, count]).toEqual([['2', '5'], 4])
})

test('words between the options have no number', () => {
  expect(choice('4AB型 /RH： 1阴性').options.map(({ number, label }) => [number, label])).toEqual([
    ['4', 'AB型'],
    ['', '/RH：'],
    ['1', '阴性'],
  ])
})

test('there is a box for each that applies, however few the form has, and an empty one where nobody has asked', () => {
  expect(choice('1无 2有', ['1', '2', '3']).boxes).toBe(3)
  expect(choice('1无 2有', undefined)).toMatchObject({ numbers: [], boxes: 1 })
  expect(choice('1无 2有', null)).toMatchObject({ numbers: [], boxes: 1 })
  expect([boxes(6, '2').options, options('1无').boxes]).toEqual([[], 0])
})

test('digits stand in their boxes, and what is missing is an empty box', () => {
  expect(digits('00100001', [3, 5]).groups).toEqual([
    ['0', '0', '1'],
    ['0', '0', '0', '0', '1'],
  ])
  expect(digits('12', [4]).groups).toEqual([['1', '2', '', '']])
  expect(digits('002X', [6], true).groups).toEqual([['', '', '0', '0', '2', 'X']])
  expect(digits(undefined, [2]).groups).toEqual([['', '']])
})

test('a day is written without leading zeros, and its places are there without one', () => {
  expect(dayLine('2026-01-09').map((piece) => (typeof piece === 'object' && 'text' in piece ? piece.text : piece))).toEqual([
    '2026',
    '年',
    '1',
    '月',
    '9',
    '日',
  ])
  expect(dayLine().filter((piece) => typeof piece === 'object' && 'text' in piece && piece.text !== '')).toEqual([])
})

test('a word has a ring around it, or none', () => {
  expect(ring(['轻', '中', '重'], '2').chosen).toBe(1)
  expect(ring(['轻', '中', '重']).chosen).toBe(-1)
})

test('a cell holds a piece, a line, or several lines', () => {
  expect([cell('一').lines, cell(['一', fill()]).lines.length, cell([['一'], ['二']]).lines]).toEqual([[['一']], 1, [['一'], ['二']]])
})

import { describe, expect, test } from 'vitest'
import { csvOf, parseCsv } from '@/files/csv'
import { cellOf, householdOf, isMended, mendedFile, nothingMended, refusedListOf, type } from '@/imports/refusedLines'

const csv =
  '\uFEFF户编号,姓名,身份证号,工作表,行号,原因\r\nEX-1,"甲, 乙",\'441402195001010017,,3,"身份证号：有误"\r\nEX-1,丙,,,4,\r\nEX-2,丁,1,,9,x\r\n'
const refusals = [
  { key: '3', line: 3, column: '身份证号', field: 'members[0].idNumber', code: 'id-check', message: '有误' },
  { key: '4', line: 4, field: 'registrationNumber', code: 'import-with-household', message: '随户' },
]
const list = refusedListOf(csv, refusals)
const textOf = async (file: Blob) => parseCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer()))

test('each line has its cells, and what is wrong with which', () => {
  expect(list.headings).toEqual(['户编号', '姓名', '身份证号'])
  expect(list.lines.map(({ number }) => number)).toEqual([3, 4, 9])
  expect(list.lines[0]).toMatchObject({ cells: ['EX-1', '甲, 乙', '441402195001010017'], reasons: [{ cell: 2, code: 'id-check' }] })
  expect(list.lines[1]!.reasons).toEqual([{ cell: undefined, code: 'import-with-household', message: '随户', choices: [] }])
  expect(householdOf(list.lines[0]!, list).map(({ number }) => number)).toEqual([3, 4])
})

describe('mending', () => {
  test('typing the former text again is no change', () => {
    const mending = nothingMended()
    type(list.lines[0]!, 1, '戊', mending)
    expect([cellOf(list.lines[0]!, 1, mending), isMended(mending)]).toEqual(['戊', true])
    type(list.lines[0]!, 1, '甲, 乙', mending)
    expect(isMended(mending)).toBe(false)
  })

  test('what is sent again keeps the numbers of the lines, and leaves out what is left out', async () => {
    const mending = { cells: { '/3': { 2: '441402195001010018' } }, leftOut: ['/4'] }
    const rows = await textOf(mendedFile(list, mending))
    expect(rows[0]).toEqual(['户编号', '姓名', '身份证号'])
    expect(rows[2]).toEqual(['EX-1', '甲, 乙', "'441402195001010018"])
    expect(rows[3]).toEqual([''])
    expect(rows[8]).toEqual(['EX-2', '丁', '1'])
  })
})

test('no cell is a formula, and none breaks its line', async () => {
  expect(await textOf(csvOf([['=1+1', 'a\nb', '007', 'say "so"']]))).toEqual([["'=1+1", 'a b', "'007", 'say "so"']])
})

import { expect, test } from 'vitest'
import { fileOf, type Sheet } from '@/files/sheet'

const sheet: Sheet = {
  title: '高血压/名册: 2026',
  columns: [{ header: '姓名' }, { header: '身份证号' }, { header: '收缩压' }, { header: '随访', isDay: true }],
  rows: [
    ['张三', '441402196602030017', 152.5, '2026-11-29'],
    ['=HYPERLINK("x")', '', undefined, undefined],
  ],
}

/** The parts of a workbook (ECMA-376: a zip file), by their names, as its central directory lists them. */
async function partsOf(workbook: Blob): Promise<Map<string, string>> {
  const bytes = new Uint8Array(await workbook.arrayBuffer())
  const view = new DataView(bytes.buffer)
  const [short, long] = [(at: number) => view.getUint16(at, true), (at: number) => view.getUint32(at, true)]
  // The last record, without a remark, has 22 bytes.
  const end = bytes.length - 22
  const parts = new Map<string, string>()
  let at = long(end + 16)
  for (let left = short(end + 10); left > 0; left--) {
    const start = long(at + 42)
    const from = start + 30 + short(start + 26) + short(start + 28)
    const content = new Blob([bytes.subarray(from, from + long(at + 20))])
    const isDeflated = short(at + 10) === 8
    const text = await new Response(isDeflated ? content.stream().pipeThrough(new DecompressionStream('deflate-raw')) : content).text()
    parts.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + short(at + 28))), text)
    at += 46 + short(at + 28) + short(at + 30) + short(at + 32)
  }
  return parts
}

test('a workbook keeps texts as texts, figures as figures and days as days', async () => {
  const parts = await partsOf(await fileOf(sheet, 'xlsx'))
  const rows = parts.get('xl/worksheets/sheet1.xml')!
  const texts = [...parts.get('xl/sharedStrings.xml')!.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text)
  const cell = (name: string) => new RegExp(`<c r="${name}"[^>]*><v>([^<]*)`).exec(rows)?.[1]
  expect(parts.get('xl/workbook.xml')).toContain('name="高血压 名册  2026"')
  expect(texts).toEqual(expect.arrayContaining(['姓名', '441402196602030017', '=HYPERLINK("x")']))
  expect(rows).not.toContain('<f>')
  expect(cell('C2')).toBe('152.5')
  // Days are counted from 1899-12-30.
  expect(cell('D2')).toBe('46355')
})

test('a CSV text guards what a spreadsheet would change', async () => {
  const lines = (await (await fileOf(sheet, 'csv')).text()).split('\r\n')
  expect(lines[1]).toBe("张三,'441402196602030017,152.5,'2026-11-29")
  expect(lines[2]).toBe('"\'=HYPERLINK(""x"")",,,')
})

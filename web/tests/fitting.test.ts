import { expect, test } from 'vitest'
import { fitted } from '@/components/table/fitting'

const column = (id: string, width: number, natural: number) => ({ id, width, natural })

test.each([
  ['what one does not need another gets', 200, [column('a', 100, 60), column('b', 100, 130)], [65, 135]],
  [
    'the least cut are whole before a long text is',
    300,
    [column('text', 100, 500), column('day', 100, 120), column('age', 100, 40)],
    [140, 120, 40],
  ],
  ['where all is cut every column keeps its share', 200, [column('a', 100, 300), column('b', 100, 300)], [100, 100]],
  ['room beyond the shares is used', 300, [column('a', 100, 180), column('b', 100, 90)], [195, 105]],
  [
    'with less room than the shares the table scrolls and nothing is narrower for it',
    120,
    [column('a', 100, 100), column('b', 100, 100)],
    [100, 100],
  ],
] as const)('%s', (_name, room, wishes, widths) => {
  const all = fitted(wishes, room)

  expect(wishes.map(({ id }) => Math.round(all.get(id)!))).toEqual(widths)
})

import { describe, expect, test, vi } from 'vitest'
import { entryParcel, nextVersion, subjectOf, type EntryParcel } from '@/entries/entry'
import { ApiProblem } from '@/api/problem'
import { drain, nextOf } from '@/offline/sending'
import { Phone } from './support/phone'

vi.mock('@/api', async () => (await import('./support/questions')).questionedApi())

const body = (what: EntryParcel['what'], member = 1): EntryParcel => ({
  what,
  memberKey: { householdId: 'household-1', member },
  name: '示例甲',
  text: '',
  request: { method: 'PUT', path: '/api/somewhere', params: {} },
  page: '/somewhere',
})

async function phoneWith(...parcels: [id: string, what: EntryParcel['what'], version?: string][]) {
  const phone = new Phone()
  const { outbox } = await phone.signedIn()
  for (const [id, what, version] of parcels) await outbox.add(entryParcel(id, body(what), version))
  return { phone, outbox }
}

describe('what waits for what', () => {
  test('entries of one kind about one person wait for each other, and to stop a drug changes the same list', () => {
    expect(subjectOf(body('courseStop'))).toBe(subjectOf(body('course')))
    expect(subjectOf(body('course', 2))).not.toBe(subjectOf(body('course')))
  })

  test('a referral does not stay behind a result that is to be mended', async () => {
    const { outbox } = await phoneWith(['result', 'testReport'], ['later', 'testReport'], ['referral', 'referral'])
    await outbox.change((await outbox.list())[0]!, { state: 'refused' })
    expect(nextOf(await outbox.list())?.id).toBe('referral')
  })
})

describe('versions', () => {
  test.each([
    ['"v3"', '"v4"', { from: '"v3"', to: '"v4"' }],
    // Somebody else came between.
    ['"v3"', '"v5"', undefined],
    ['"v3"', '"v3"', undefined],
    [undefined, '"v1"', undefined],
    ['"v3"', undefined, undefined],
  ])('made for %s and answered with %s', (sent, answered, expected) => expect(nextVersion(sent, answered)).toEqual(expected))

  test('what was made upon an entry holds for the version that the entry made', async () => {
    const { outbox } = await phoneWith(['a', 'course', '"v3"'], ['b', 'courseStop', '"v3"'], ['c', 'contract', '"v3"'])
    const sent: unknown[] = []

    await drain(outbox, async ({ id, version }) => {
      sent.push([id, version])
      const rebased = nextVersion(version, `"v${3 + sent.length}"`)
      return rebased && { rebased }
    })

    expect(sent).toEqual([
      ['a', '"v3"'],
      ['b', '"v4"'],
      ['c', '"v3"'],
    ])
    expect(await outbox.list()).toEqual([])
  })

  test('what was made upon an entry that is in conflict waits for the person who decides', async () => {
    const { outbox } = await phoneWith(['a', 'course', '"v3"'], ['b', 'course', '"v3"'])

    await drain(outbox, async () => Promise.reject(new ApiProblem(412, 'changed-meanwhile', '', { current: { version: 5 } })))

    expect((await outbox.list()).map(({ id, state }) => [id, state])).toEqual([
      ['a', 'conflict'],
      ['b', 'waiting'],
    ])
  })
})

test('nothing of an entry can be read on the phone', async () => {
  const { phone } = await phoneWith(['a', 'referral'])
  const bytes = await phone.bytes()
  for (const secret of ['示例甲', 'household-1', '/api/somewhere']) expect(bytes).not.toContain(secret)
})

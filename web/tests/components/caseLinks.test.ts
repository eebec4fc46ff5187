// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import CaseLinks from '@/cases/CaseLinks.vue'
import { eventually } from '../support/eventually'
import { useAround } from '../support/mounted'
import { signedInAs } from '../support/signedIn'

vi.mock('@/api', async () => (await import('../support/questions')).questionedApi())

const around = useAround('cases', 'conferences', 'referrals')
const None = '没有进行中的转诊、会诊和预约。'

afterEach(() => sessionStorage.clear())

async function wordsOf(open: object): Promise<string> {
  await signedInAs('physician')
  const drawn = around.draw(CaseLinks, { props: { householdId: 'household-1', member: 1, open } } as never)
  await eventually(() => expect(drawn.text()).toContain('转诊、会诊与预约'))
  return drawn.text()
}

test('a member without open cases says so', async () => {
  expect(await wordsOf({ referrals: [], conferences: [], appointments: [] })).toContain(None)
})

test.each(['referrals', 'conferences', 'appointments'])('where %s may not be seen, nothing is said of what there is', async (kind) => {
  const all = { referrals: [], conferences: [], appointments: [] }
  expect(await wordsOf(Object.fromEntries(Object.entries(all).filter(([name]) => name !== kind)))).not.toContain(None)
})

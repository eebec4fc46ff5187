import { describe, expect, it } from 'vitest'
import { headOf } from '@/records/head'

describe('headOf', () => {
  const wife = { name: '李', relationship: '1' }
  const head = { name: '张', relationship: '0' }

  it('is whom the list calls so, wherever in it', () => {
    expect(headOf([wife, head])).toBe(head)
  })

  it('is nobody who has left', () => {
    expect(headOf([{ ...head, departure: { on: '2026-11-20', reason: 'died' } }, wife])).toBe(wife)
  })

  it('is nobody where nobody is there', () => {
    expect(headOf([])).toBeUndefined()
  })
})

import { describe, expect, test } from 'vitest'
import { drugsFor } from '@/medication/drugSearch'
import { codeLists } from './support/seeds'

const drugs = codeLists['drug']!
const found = (typed: string, language: 'zh-CN' | 'en' = 'zh-CN') => drugsFor(typed, drugs, language).map((item) => item[language])

describe('drugs that somebody may mean', () => {
  test.each([
    ['aldp', '氨氯地平'],
    ['ALDP', '氨氯地平'],
    ['氨氯', '氨氯地平'],
    ['amlod', '氨氯地平'],
    ['ejsg', '二甲双胍'],
    ['wssb1', '维生素B1'],
  ])('%s finds %s', (typed, name) => expect(found(typed)[0]).toBe(name))

  test('those that begin with it come before those that have it somewhere', () => {
    expect(found('阿司')[0]).toBe('阿司匹林')
    expect(found('地平').slice(0, 2)).toEqual(['氨氯地平', '硝苯地平'])
  })

  test('in English too', () => expect(found('statin', 'en')).toContain('atorvastatin'))

  test('few are offered, for nothing none, and none for a name that is complete', () => {
    expect(found('a')).toHaveLength(7)
    expect(found('  ')).toEqual([])
    expect(found('二甲双胍')).toEqual([])
  })

  test('every drug has a letter for each character; figures and Latin letters as they stand', () => {
    const plain = (name: string) => name.split('（')[0]!
    expect(drugs.filter((item) => plain(item['zh-CN']).length !== item.initials?.length).map((item) => item['zh-CN'])).toEqual([])
  })
})

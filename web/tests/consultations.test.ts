import { expect, test } from 'vitest'
import { emptyQuestion, questionBody, questionOf } from '@/desks/healthWorker/talks/question'
import { isTalk, messageParcel, questionParcel, textOf, type TalkParcel } from '@/desks/healthWorker/talks/parcels'
import type { Course, Medication, Thread } from '@/talks/asking'
import { allergiesOf, doseWords, drugOf } from '@/talks/drugs'
import { replyBody } from '@/talks/reply'
import { turnOf } from '@/talks/turn'

const whose = { householdId: 'h', member: 1 }
const label = (list: string, code: string | undefined) => `${list}:${code}`

test('a question that is taken back is the question that was asked', () => {
  const form = { ...emptyQuestion(), kind: 'guidance' as const, symptoms: ['cough'], text: 'x', readings: { ...emptyQuestion().readings, systolic: 150 } }
  const body = questionBody(form)
  expect(body).toMatchObject({ kind: 'guidance', symptoms: ['cough'], readings: [{ code: 'systolic', value: 150, unit: 'mmHg' }] })
  expect(body).not.toHaveProperty('condition')
  expect(questionOf(body)).toEqual(form)
  expect(questionBody({ ...form, kind: 'medication' })).not.toHaveProperty('symptoms')
})

test('parcels of one thread wait for each other, and for no household', () => {
  const question = questionParcel(whose, '甲', 't', { kind: 'medication', text: '问' })
  const message = messageParcel(whose, '甲', 't', 'm', { text: '补', askPharmacist: false })
  expect([question.subject, message.subject, question.id, message.id]).toEqual(['thread:t', 'thread:t', 't', 'm'])
  expect([question, message].map((parcel) => textOf(parcel as TalkParcel))).toEqual(['问', '补'])
  expect(isTalk({ kind: 'enrol' } as TalkParcel)).toBe(false)
})

test('an answer directs only where it says so, and never while it asks the pharmacist', () => {
  const disposition = { kind: 'visit', where: 'a', when: 'b', how: 'c' }
  expect(replyBody({ text: 'x', hasDisposition: true, disposition }, false)).toEqual({ text: 'x', askPharmacist: false, disposition })
  expect(replyBody({ text: 'x', hasDisposition: true, disposition }, true)).not.toHaveProperty('disposition')
  expect(replyBody({ text: 'x', hasDisposition: false, disposition }, false)).not.toHaveProperty('disposition')
})

test.each([
  [{ awaitsPhysician: true }, 'physician'],
  [{ awaitsOpinion: true }, 'opinion'],
  [{ awaitsUnderstanding: true, closedAt: '2026-11-23T02:00:00Z' }, 'understanding'],
  [{ closedAt: '2026-11-23T02:00:00Z' }, 'closed'],
  [{}, 'none'],
])('whose turn it is: %o is %s', (thread, turn) => expect(turnOf(thread as Thread)).toBe(turn))

test('drugs and allergies in words', () => {
  const choices = [{ code: 'amlodipine', label: '氨氯地平' }]
  expect([drugOf(' 氨氯地平 ', choices), drugOf('安宫牛黄丸', choices)]).toEqual([{ drug: 'amlodipine' }, { drugText: '安宫牛黄丸' }])
  expect(allergiesOf({ allergies: ['1'] } as Medication, label)).toEqual([])
  expect(allergiesOf({ allergies: ['2', '5'], allergyOther: '海鲜' } as Medication, label)).toEqual(['drugAllergy:2', '海鲜'])
  expect(doseWords({ dose: { amount: 5, unit: 'mg', frequency: 'onceDaily' } } as Course, label)).toBe('5 doseUnit:mg · dosingFrequency:onceDaily')
})

import { expect, test } from 'vitest'
import { emptyQuestion, questionBody, questionOf } from '@/desks/healthWorker/consultations/question'
import {
  isConsultationParcel,
  messageParcel,
  questionParcel,
  textOf,
  type ConsultationParcel,
} from '@/desks/healthWorker/consultations/parcels'
import type { Consultation } from '@/consultations/fetchConsultations'
import type { Course, Medication } from '@/medication/fetchMedication'
import { allergiesOf, doseWords, drugOf } from '@/medication/drugs'
import { replyBody } from '@/consultations/reply'
import { stateOf } from '@/consultations/consultationState'

const memberKey = { householdId: 'h', member: 1 }
const label = (list: string, code: string | undefined) => `${list}:${code}`

test('a question that is taken back is the question that was asked', () => {
  const form = {
    ...emptyQuestion(),
    kind: 'guidance' as const,
    symptoms: ['cough'],
    text: 'x',
    readings: { ...emptyQuestion().readings, systolic: 150 },
  }
  const body = questionBody(form)
  expect(body).toMatchObject({ kind: 'guidance', symptoms: ['cough'], readings: [{ code: 'systolic', value: 150, unit: 'mmHg' }] })
  expect(body).not.toHaveProperty('condition')
  expect(questionOf(body)).toEqual(form)
  expect(questionBody({ ...form, kind: 'medication' })).not.toHaveProperty('symptoms')
})

test('parcels of one consultation wait for each other, and for no household', () => {
  const question = questionParcel(memberKey, '甲', 't', { kind: 'medication', text: '问' })
  const message = messageParcel(memberKey, '甲', 't', 'm', { text: '补', askPharmacist: false })
  expect([question.subject, message.subject, question.id, message.id]).toEqual(['consultation:t', 'consultation:t', 't', 'm'])
  expect([question, message].map((parcel) => textOf(parcel as ConsultationParcel))).toEqual(['问', '补'])
  expect(isConsultationParcel({ kind: 'enrol' } as ConsultationParcel)).toBe(false)
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
])('whose step it is: %o is %s', (consultation, state) => expect(stateOf(consultation as Consultation)).toBe(state))

test('drugs and allergies in words', () => {
  const choices = [{ code: 'amlodipine', label: '氨氯地平' }]
  expect([drugOf(' 氨氯地平 ', choices), drugOf('安宫牛黄丸', choices)]).toEqual([{ drug: 'amlodipine' }, { drugText: '安宫牛黄丸' }])
  expect(allergiesOf({ allergies: ['1'] } as Medication, label)).toEqual([])
  expect(allergiesOf({ allergies: ['2', '5'], allergyOther: '海鲜' } as Medication, label)).toEqual(['drugAllergy:2', '海鲜'])
  expect(doseWords({ dose: { amount: 5, unit: 'mg', frequency: 'onceDaily' } } as Course, label)).toBe(
    '5 doseUnit:mg · dosingFrequency:onceDaily',
  )
})

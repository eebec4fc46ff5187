import type { Schemas } from '@/api'
import { dayOf, tick, today } from '@/i18n/formats'
import { i18n } from '@/i18n/i18n'
import { unitName } from '@/readings/unitName'
import { answerText } from './answerText'
import type { Field } from './form'
import type { Part } from './together'

type Known = Pick<Schemas['MemberOverview'], 'record' | 'entries'>

/** What was measured or said the last time, in words: to be held against what is asked now. */
export function lastAnswer(known: Known | undefined, field: Field, parts: readonly Part[]): string | undefined {
  if (field.type === 'reading') {
    const reading = known?.record?.latestReadings.find(({ code }) => code === field.reading)
    return reading && withDay(`${reading.value} ${unitName(reading.unit)}`, reading.takenAt)
  }
  for (const { kind, reference, facts, at } of known?.entries?.items ?? []) {
    const part = kind === 'visit' ? parts.find(({ form }) => form === reference) : undefined
    const answer = part && (facts?.['answers'] as Record<string, unknown> | undefined)?.[part.code]
    if (answer !== undefined) return withDay(answerText(field, translated(answer, part?.codes)), at)
  }
  return undefined
}

const translated = (answer: unknown, codes: Part['codes']): unknown =>
  codes && Array.isArray(answer) ? answer.map((code: string) => codes.get(code) ?? code) : answer

const withDay = (what: string, at: string): string =>
  i18n.global.t('followUps.lastOn', { what, day: tick(Date.parse(at), dayOf(at).slice(0, 4) !== today().slice(0, 4)) })

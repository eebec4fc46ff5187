import { expect, test } from 'vitest'

const files = import.meta.glob<Record<string, unknown>>('../src/**/{zh-CN,en}.json', { eager: true, import: 'default' })

/** That what somebody typed is there still, or lies on the phone. */
const claims = /都还在|也没有丢|已存在手机|存在手机里|存在这部手机里|still there|not lost|kept on th(e|is) phone|on this phone/i

/** Where it is so, and why; anywhere else it would have to be true first. */
const isTrue: Record<string, string> = {
  'i18n.signIn.againWhy': 'the dialog stands over the page, which stays',
  'i18n.signIn.offline': 'of what the vault holds',
  'i18n.signIn.startAnew': 'of what the vault holds',
  'i18n.signOut.kept': 'of what the vault holds',
  'i18n.states.offline.text': 'says that it is not',
  'i18n.faults.password.next': 'of the password',
  'i18n.followUps.kept': 'once the visit is in the outbox',
  'consultations.new.offline': 'of a question, which goes by the outbox',
  'consultations.new.noSymptoms': 'says that it is not',
  'consultations.consultation.kept': 'once the message is in the outbox',
  'entries.queued': 'once the entry is in the outbox',
  'entries.offline': 'shown only where there is a vault',
  'entries.notHere': 'says that it is not',
  'contracts.contract.needsHousehold': 'says that it is not',
  'healthWorker.enrol.kept': 'with the time at which the draft was written',
  'healthWorker.enrol.later': 'of what is in the outbox',
  'healthWorker.known.phone': 'of a household that is in the outbox',
  'physician.plan.changedWhileTypingText': 'the editor stays open',
  'physician.plan.merge.text': 'the editor stays open',
}

const texts = (messages: unknown, path: string): [string, string][] =>
  typeof messages === 'string'
    ? [[path, messages]]
    : Object.entries(messages as Record<string, unknown>).flatMap(([key, value]) => texts(value, `${path}.${key}`))

test('nothing says that what was typed is kept but where it is', () => {
  const found = Object.entries(files).flatMap(([file, messages]) => texts(messages, file.split('/').at(-2)!))
  const claiming = [...new Set(found.filter(([, text]) => claims.test(text)).map(([key]) => key))]
  expect(claiming.filter((key) => !(key in isTrue))).toEqual([])
  expect(Object.keys(isTrue).filter((key) => !claiming.includes(key))).toEqual([])
})

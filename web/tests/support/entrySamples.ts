import type { factsOf } from '@/records/entryFacts'

export type EntryKind = keyof typeof factsOf

/** Known by name to whoever is shown the entries. */
export const physician = 'P441402-01'
/** Of each kind, entries that have every fact. What is looked for stands beside it. */
export const entrySamples: Record<EntryKind, { reference?: string; facts: Record<string, unknown>; tells: string[] }[]> = {
  enrolment: [{ facts: {}, tells: [] }],
  urgencySettlement: [{ facts: {}, tells: [] }],
  allergy: [{ facts: { allergies: ['2', '5'], allergyOther: '头孢' }, tells: ['drugAllergy 2', '头孢'] }],
  contract: [{ facts: {}, tells: ['2026 年度'] }],
  prescription: [
    {
      facts: {
        action: 'stopped',
        course: {
          drug: { code: 'amlodipine' },
          dose: { amount: 5, unit: 'mg', frequency: 'onceDaily' },
          supply: { route: 'oral', form: 'tablet', strength: '5mg', quantity: 2, quantityUnit: 'box' },
          since: '2026-01-05',
          until: '2026-12-31',
          condition: 'I10',
          physicianId: physician,
          reason: '血压高',
          stopped: { on: '2026-11-20', reason: '脚肿' },
        },
      },
      tells: [
        '停用',
        'drug amlodipine',
        '5 doseUnit mg',
        'dosingFrequency onceDaily',
        'drugRoute oral',
        'drugForm tablet',
        '5mg',
        '2 dispenseUnit box',
        'conditions I10',
        '王医师',
        '血压高',
        '脚肿',
        '11月20日',
      ],
    },
    { facts: { action: 'added', course: { drug: { text: '草药' }, elsewhere: '县医院' } }, tells: ['新增', '草药', '县医院'] },
  ],
  referral: [
    {
      facts: {
        step: 'answered',
        direction: 'up',
        urgency: 'emergency',
        discipline: 'cardiology',
        condition: 'I10',
        physician,
        instructions: '继续服药',
      },
      tells: ['已回复', '上转', 'referralUrgency emergency', 'discipline cardiology', 'conditions I10', '王医师', '继续服药'],
    },
  ],
  conference: [
    { facts: { step: 'called', physicians: [physician] }, tells: ['发起', '王医师'] },
    { facts: { step: 'opinion', physician, findings: '建议住院' }, tells: ['提交意见', '王医师', '建议住院'] },
    { facts: { step: 'concluded', proposesRevision: true }, tells: ['形成结论', '建议修订诊疗方案'] },
  ],
  appointment: [
    {
      facts: { step: 'kept', physician, start: '2026-11-23T01:00:00Z', place: '门诊三楼' },
      tells: ['已就诊', '王医师', '11月23日', '门诊三楼'],
    },
  ],
  consultation: [
    {
      facts: {
        consultation: 'guidance',
        author: 'physician',
        name: '李医师',
        disposition: { kind: 'county', where: '县医院', when: '明天', how: '坐车' },
      },
      tells: ['就医指导', '责任医师', '李医师', 'dispositionKind county', '县医院', '明天', '坐车'],
    },
  ],
  carePlan: [
    {
      reference: 'decide',
      facts: { version: 2, status: 'active', missingOpinions: ['cardiology'] },
      tells: ['审定签名', '第 2 版', '执行中', 'discipline cardiology'],
    },
  ],
  opinion: [{ reference: 'cardiology', facts: { version: 3 }, tells: ['discipline cardiology', '第 3 版'] }],
  activity: [{ facts: { outcome: 'skipped', on: '2026-11-20' }, tells: ['未做', '11月20日'] }],
  testReport: [
    {
      reference: 'paper',
      facts: { values: [{ code: 'hba1c', value: 8.9, unit: '%', low: 4, high: 6, flag: 'high' }] },
      tells: ['resultSource paper', 'labTests hba1c', '8.9 %', '4 – 6', 'resultFlag high'],
    },
  ],
  education: [{ facts: { step: 'given', title: { 'zh-CN': '少盐', en: 'Less salt' } }, tells: ['少盐', 'educationStep given'] }],
  reminder: [
    { facts: { about: 'visitTomorrow', state: 'failed', attempts: 3, code: 'no-phone' }, tells: ['次日随访', '没有电话', '3'] },
    { facts: { about: 'referralAnswered', state: 'sent', attempts: 1 }, tells: ['转诊有回复', '已提交发送'] },
  ],
  departure: [
    {
      facts: { reason: 'died', on: '2026-11-20', openWork: [`referral:${physician}`, 'activity'] },
      tells: ['departureReason died', '11月20日', 'taskKind referral', '王医师', 'taskKind activity'],
    },
  ],
}

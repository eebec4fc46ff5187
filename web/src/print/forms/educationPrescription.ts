import { answer, api, type Schemas } from '@/api'
import { fill } from '../paper'
import type { FillIn } from '../printedForm'
import { ageOn, type PrintedMember } from '../printedMember'

type Text = Schemas['EducationTextList']['items'][number]

/** Those about an illness of the member first, then those for everybody. */
export const textsFor = ({ member }: PrintedMember, texts: readonly Text[]): Text[] => [
  ...texts.filter(({ conditions }) => conditions.some((code) => member.conditions.includes(code))),
  ...texts.filter(({ conditions }) => conditions.length === 0),
]

/** 健康教育处方 */
const fillIn: FillIn = async (printed, of) => {
  const { data } = await answer(api.GET('/api/education-texts'))
  const offered = textsFor(printed, data.items)
  const text = of ? data.items.find(({ code }) => code === of) : offered[0]
  const { member, label, today } = printed
  const conditions = member.conditions.map((code) => label('conditions', code)).join('、')
  return {
    variants: offered.map(({ code, title }) => ({ of: code, label: title['zh-CN'] })),
    sheets: [
      {
        title: '健康教育处方',
        blocks: [
          {
            kind: 'lines',
            lines: [
              [
                '姓名',
                fill(member.name, 6),
                '　性别',
                fill(label('sex', member.sex), 3),
                '　年龄',
                fill(ageOn(member.bornOn, today), 3),
                '岁　档案编号',
                fill(member.recordNumber, 12),
              ],
              ['诊断', fill(conditions, 38)],
            ],
          },
          {
            kind: 'prose',
            isLarge: true,
            ...(text ? { title: text.title['zh-CN'] } : {}),
            paragraphs: text?.text['zh-CN'].split('\n\n') ?? [],
          },
          { kind: 'lines', lines: [['其他指导：'], [fill('', 46)], [fill('', 46)]] },
          { kind: 'signatures', of: ['指导医生签名', '患者（家属）签名'] },
        ],
        notes: text ? [`内容来源：${text.source}`] : [],
      },
    ],
  }
}

export default fillIn

import { boxes, cell, choice, dayLine, fill, head, options, type Block } from '../paper'
import { answerOf, numbersOf } from '../visits'
import { aimed, chosen, contact, nextDay, referralRows, signature, type VisitRow } from './visitTable'
import { yearOfVisits } from './yearOfVisits'

const Living = '生活方式指导'
const Medicine = '用药'

const rows: readonly VisitRow[] = [
  { label: '随访时间', of: (visit) => dayLine(visit?.on) },
  { label: '治疗月序', of: (visit) => ['第', fill(answerOf(visit, 'treatmentMonth'), 2), '月'] },
  chosen('督导人员', '1医生 2家属 3自服药 4其他', 'supervisor'),
  contact,
  {
    label: [
      ['症状及体征：'],
      [
        options(
          '0没有症状 1咳嗽咳痰 2低热盗汗 3咯血或血痰 4胸痛消瘦 5恶心纳差 6关节疼痛 7头痛失眠 8视物模糊 9皮肤瘙痒、皮疹 10耳鸣、听力下降',
        ),
      ],
    ],
    of: (visit) => {
      // The form has no number for another symptom: it is written out.
      const numbers = numbersOf(visit, 'symptoms', { none: '0' })
      const isOther = numbers.includes('11')
      return [
        [
          boxes(
            6,
            numbers.filter((number) => number !== '11'),
          ),
        ],
        ['其他：', fill(isOther ? '有' : '', 4)],
      ]
    },
  },
  { group: Living, label: '吸烟', of: (visit) => aimed(answerOf(visit, 'smoking'), '支/天') },
  { group: Living, label: '饮酒', of: (visit) => aimed(answerOf(visit, 'alcohol'), '两/天') },
  { group: Medicine, label: '化疗方案', of: () => '　' },
  { group: Medicine, label: '用法', of: () => choice('1每日 2间歇') },
  { group: Medicine, label: '药品剂型', of: () => choice('1固定剂量复合制剂 2散装药 3板式组合药 4注射剂', undefined, { boxes: 3 }) },
  { group: Medicine, label: '漏服药次数', of: (visit) => [fill(answerOf(visit, 'missedDoses'), 3), '次'] },
  {
    label: '药物不良反应',
    of: (visit) =>
      // The service tells how bad a reaction was; the form asks whether there was one.
      choice('1无 2有____', numbersOf(visit, 'adverseReaction', { '3': '2' }), { fills: { '2': answerOf(visit, 'adverseReactionWhat') } }),
  },
  {
    label: '并发症或合并症',
    of: (visit) =>
      choice('1无 2有____', numbersOf(visit, 'complication', { '3': '2' }), { fills: { '2': answerOf(visit, 'complicationWhat') } }),
  },
  { group: '转诊', label: '科别', of: referralRows[1]!.of },
  { group: '转诊', label: '原因', of: referralRows[0]!.of },
  { group: '转诊', label: '2周内随访，随访结果', of: () => '　' },
  { label: '处理意见', of: (visit) => visit?.note ?? '　' },
  { ...nextDay, label: '下次随访时间' },
  signature,
]

/** Filled in when the treatment ends. */
const ending: Block = {
  kind: 'table',
  columns: [22, 78],
  rows: [
    [
      head('停止治疗及原因'),
      cell([
        ['1．出现停止治疗时间：', ...dayLine()],
        ['2．停止治疗原因：', choice('完成疗程'), '　', choice('死亡'), '　', choice('丢失'), '　', choice('转入耐多药治疗')],
      ]),
    ],
    [
      head('全程管理情况'),
      cell([
        ['应访视患者', fill('', 3), '次，实际访视', fill('', 3), '次；'],
        ['患者在疗程中，应服药', fill('', 3), '次，实际服药', fill('', 3), '次，服药率', fill('', 3), '%。'],
        ['评估医生签名：', fill('', 8)],
      ]),
    ],
  ],
}

export default yearOfVisits({ title: '肺结核患者随访服务记录表', form: 'tuberculosis', rows, after: [ending] })

import { cell, choice, dayLine, fill, head, type Row } from '../paper'
import { answerOf, numbersOf, type Visit } from '../visits'
import { singleVisit } from './singleVisit'
import { bloodPressure, referralAt, type Visited } from './visitTable'

/** The visit at home is within a week or two, the examination after six; a visit between them is nearer to the first. */
export const ExaminationFrom = 29
const abnormal = '1未见异常 2异常________'

export const daysAfter = (visit: Visit): number => Number(visit.answers['postnatalDays'] ?? 0)

/** What both forms begin with. */
export function postnatalRows(visit: Visit | undefined): Row[] {
  const line = (label: string, field: string): Row => [head(label), cell(choice(abnormal, numbersOf(visit, field)), { span: 3 })]
  const mood = { '1': '未见异常', '2': '异常' }[answerOf(visit, 'mood')] ?? ''
  return [
    [head('随访日期'), cell(dayLine(visit?.on), { span: 3 })],
    [head('分娩日期'), cell(dayLine()), head('出院日期'), cell(dayLine())],
    [head('一般健康情况'), cell(answerOf(visit, 'complaints'), { span: 3 })],
    [head('一般心理状况'), cell(mood, { span: 3 })],
    [head('血压'), cell([...bloodPressure(visit), 'mmHg'], { span: 3 })],
    line('乳　　房', 'breasts'),
    line('恶　　露', 'lochia'),
    line('子　　宫', 'uterus'),
    line('伤　　口', 'wound'),
    [head('其　　他'), cell('　', { span: 3 })],
  ]
}

function rows(visit: Visit | undefined, member: Visited): Row[] {
  const referral = referralAt(visit, member)
  const [first, second, ...others] = postnatalRows(visit)
  return [
    first!,
    second!,
    [head('体　　温'), cell([fill(answerOf(visit, 'temperature'), 4), '℃'], { span: 3 })],
    ...others,
    [head('分　　类'), cell(choice(abnormal), { span: 3 })],
    [
      head('指　　导'),
      cell(
        [[choice('1个人卫生 2心理 3营养 4母乳喂养 5新生儿护理与喂养 6其他________', undefined, { boxes: 5 })], [answerOf(visit, 'advice')]],
        { span: 3 },
      ),
    ],
    [
      head('转　　诊'),
      cell(
        [
          [choice('1无 2有', referral ? '2' : undefined)],
          ['原因：', fill(referral?.reason, 20)],
          ['机构及科室：', fill(member.label('discipline', referral?.discipline), 16)],
        ],
        { span: 3 },
      ),
    ],
    [head('下次随访日期'), cell(dayLine(visit?.nextDueOn), { span: 3 })],
    [head('随访医生签名'), cell('　', { span: 3 })],
  ]
}

export default singleVisit({
  title: '产后访视记录表',
  form: 'postnatalVisit',
  columns: [18, 32, 18, 32],
  isOf: (visit) => daysAfter(visit) < ExaminationFrom,
  rows,
})

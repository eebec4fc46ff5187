import { cell, choice, fill, head, type Row } from '../paper'
import { answerOf, type Visit } from '../visits'
import { daysAfter, ExaminationFrom, postnatalRows } from './postnatalVisit'
import { singleVisit } from './singleVisit'
import { referralAt, type Visited } from './visitTable'

function rows(visit: Visit | undefined, member: Visited): Row[] {
  const referral = referralAt(visit, member)
  return [
    ...postnatalRows(visit),
    [head('分　　类'), cell(choice('1已恢复 2未恢复________'), { span: 3 })],
    [
      head('指　　导'),
      cell([[choice('1心理保健 2性保健与避孕 3婴儿喂养 4产妇营养 5其他________', undefined, { boxes: 5 })], [answerOf(visit, 'advice')]], {
        span: 3,
      }),
    ],
    [
      head('处　　理'),
      cell(
        [
          [choice('1结案 2转诊', referral ? '2' : undefined)],
          ['原因：', fill(referral?.reason, 20)],
          ['机构及科室：', fill(member.label('discipline', referral?.discipline), 16)],
        ],
        { span: 3 },
      ),
    ],
    [head('随访医生签名'), cell('　', { span: 3 })],
  ]
}

export default singleVisit({
  title: '产后42天健康检查记录表',
  form: 'postnatalVisit',
  columns: [18, 32, 18, 32],
  isOf: (visit) => daysAfter(visit) >= ExaminationFrom,
  rows,
})

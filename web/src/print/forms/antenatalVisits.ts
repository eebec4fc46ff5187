import { boxes, choice, fill, options } from '../paper'
import { answerOf, numbersOf } from '../visits'
import { bloodPressure, chosen, nextDay, onDay, referralAt, signature, type VisitRow } from './visitTable'
import { yearOfVisits } from './yearOfVisits'

/** Before, it is the first examination, which has a form of its own. */
const FirstWeekOfTheOthers = 13
const Examination = '产科检查'
const abnormal = '1未见异常 2异常____'

const rows: readonly VisitRow[] = [
  { label: '项　　目', of: (_visit, _member, column) => `第${column + 2}次${column === 3 ? '*' : ''}` },
  { ...onDay, label: '（随访/督促）日期' },
  { label: '孕周', of: (visit) => [fill(answerOf(visit, 'gestationalWeeks'), 3), '周'] },
  { label: '主诉', of: (visit) => answerOf(visit, 'complaints') || '　' },
  { label: '体重（kg）', of: (visit) => answerOf(visit, 'weight') || '　' },
  { group: Examination, label: '宫底高度（cm）', of: (visit) => answerOf(visit, 'fundalHeight') },
  { group: Examination, label: '腹围（cm）', of: (visit) => answerOf(visit, 'girth') },
  chosen('胎位', abnormal, 'presentation', { group: Examination }),
  { group: Examination, label: '胎心率（次/分钟）', of: (visit) => answerOf(visit, 'fetalHeartRate') },
  { label: '血压（mmHg）', of: bloodPressure },
  { label: '血红蛋白（g/L）', of: (visit) => answerOf(visit, 'haemoglobin') || '　' },
  {
    label: '尿蛋白',
    of: (visit) => ({ '1': '阴性', '2': '阳性' })[answerOf(visit, 'urineProtein')] ?? '　',
  },
  { label: '其他辅助检查*', of: (visit) => answerOf(visit, 'otherTests') || '　' },
  chosen('分类', abnormal, 'assessment'),
  {
    label: '指导',
    of: (visit) => [[options('1生活方式 2营养 3心理 4运动 5自我监护 6分娩准备 7母乳喂养 8其他')], [boxes(5)], [answerOf(visit, 'advice')]],
  },
  {
    label: '转诊',
    of: (visit, member) => {
      const referral = referralAt(visit, member)
      return [
        [choice('1无 2有', visit && referral ? '2' : undefined)],
        ['原因：', fill(referral?.reason, 4)],
        ['机构及科室：', fill(member.label('discipline', referral?.discipline), 4)],
      ]
    },
  },
  nextDay,
  signature,
]

export default yearOfVisits({
  title: '第2～5次产前随访服务记录表',
  form: 'antenatalVisit',
  rows,
  isOf: (visit) => Number(numbersOf(visit, 'gestationalWeeks')[0] ?? FirstWeekOfTheOthers) >= FirstWeekOfTheOthers,
})

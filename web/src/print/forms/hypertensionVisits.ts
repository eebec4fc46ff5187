import { choice, fill, ring } from '../paper'
import { answerOf, bodyMassIndex, latestReading, numbersOf } from '../visits'
import {
  aimed,
  bloodPressure,
  chosen,
  contact,
  drugRows,
  exercise,
  nextDay,
  onDay,
  referralRows,
  signature,
  symptoms,
  type VisitRow,
} from './visitTable'
import { yearOfVisits } from './yearOfVisits'

const Signs = '体征'
const Living = '生活方式指导'
const Salt = ['轻', '中', '重']

const rows: readonly VisitRow[] = [
  onDay,
  contact,
  symptoms('1无症状 2头痛头晕 3恶心呕吐 4眼花耳鸣 5呼吸困难 6心悸胸闷 7鼻衄出血不止 8四肢发麻 9下肢水肿', 8, { none: '1' }),
  { group: Signs, label: '血压（mmHg）', of: bloodPressure },
  { group: Signs, label: '体重（kg）', of: (visit) => aimed(answerOf(visit, 'weight')) },
  {
    group: Signs,
    label: '体质指数（BMI）（kg/m²）',
    of: (visit, member) => aimed(bodyMassIndex(answerOf(visit, 'weight'), latestReading(member, 'height'))),
  },
  { group: Signs, label: '心率（次/分钟）', of: (visit) => [fill(answerOf(visit, 'heartRate'), 4)] },
  { group: Signs, label: '其他', of: (visit) => answerOf(visit, 'otherSigns') },
  { group: Living, label: '日吸烟量（支）', of: (visit) => aimed(answerOf(visit, 'smoking')) },
  { group: Living, label: '日饮酒量（两）', of: (visit) => aimed(answerOf(visit, 'alcohol')) },
  { group: Living, label: '运动', of: exercise },
  {
    group: Living,
    label: '摄盐情况（咸淡）',
    of: (visit) => [ring(Salt, visit?.answers['salt']), ' / ', ring(Salt)],
  },
  chosen('心理调整', '1良好 2一般 3差', 'mood', { group: Living }),
  chosen('遵医行为', '1良好 2一般 3差', 'advice', { group: Living }),
  { label: '辅助检查*', of: () => '　' },
  chosen('服药依从性', '1规律 2间断 3不服药', 'adherence'),
  {
    label: '药物不良反应',
    of: (visit) => choice('1无 2有____', numbersOf(visit, 'adverseReaction'), { fills: { '2': answerOf(visit, 'adverseReactionWhat') } }),
  },
  {
    label: '此次随访分类',
    of: (visit) => choice('1控制满意 2控制不满意 3不良反应 4并发症', visit?.outcome),
  },
  ...drugRows('其他药物'),
  ...referralRows,
  nextDay,
  signature,
]

export default yearOfVisits({ title: '高血压患者随访服务记录表', form: 'hypertension', rows })

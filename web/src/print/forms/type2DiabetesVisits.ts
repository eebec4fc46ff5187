import { choice, fill, type Line } from '../paper'
import { answerOf, bodyMassIndex, latestReading, numbersOf, type Visit } from '../visits'
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
const Tests = '辅助检查'

function hba1c(visit: Visit | undefined): Line[] {
  const [, month = '', date = ''] = answerOf(visit, 'hba1cOn').split('-')
  return [
    ['糖化血红蛋白', fill(answerOf(visit, 'hba1c'), 2.5), '%'],
    ['检查日期', fill(month.replace(/^0/, ''), 1.5), '月', fill(date.replace(/^0/, ''), 1.5), '日'],
  ]
}

const rows: readonly VisitRow[] = [
  onDay,
  contact,
  symptoms('1无症状 2多饮 3多食 4多尿 5视力模糊 6感染 7手脚麻木 8下肢浮肿 9体重明显下降', 8, { none: '1' }),
  { group: Signs, label: '血压（mmHg）', of: bloodPressure },
  { group: Signs, label: '体重（kg）', of: (visit) => aimed(answerOf(visit, 'weight')) },
  {
    group: Signs,
    label: '体质指数（kg/m²）',
    of: (visit, member) => aimed(bodyMassIndex(answerOf(visit, 'weight'), latestReading(member, 'height'))),
  },
  chosen('足背动脉搏动', '1触及正常 2减弱（双侧、左侧、右侧） 3消失（双侧、左侧、右侧）', 'footPulse', { group: Signs }),
  { group: Signs, label: '其他', of: () => '　' },
  { group: Living, label: '日吸烟量', of: (visit) => aimed(answerOf(visit, 'smoking'), '支') },
  { group: Living, label: '日饮酒量', of: (visit) => aimed(answerOf(visit, 'alcohol'), '两') },
  { group: Living, label: '运动', of: exercise },
  { group: Living, label: '主食（克/天）', of: (visit) => aimed(answerOf(visit, 'stapleFood')) },
  chosen('心理调整', '1良好 2一般 3差', 'mood', { group: Living }),
  chosen('遵医行为', '1良好 2一般 3差', 'advice', { group: Living }),
  { group: Tests, label: '空腹血糖值', of: (visit) => [fill(answerOf(visit, 'fastingGlucose'), 3), 'mmol/L'] },
  { group: Tests, label: '其他检查*', of: hba1c },
  chosen('服药依从性', '1规律 2间断 3不服药', 'adherence'),
  {
    label: '药物不良反应',
    of: (visit) => choice('1无 2有____', numbersOf(visit, 'adverseReaction'), { fills: { '2': answerOf(visit, 'adverseReactionWhat') } }),
  },
  chosen('低血糖反应', '1无 2偶尔 3频繁', 'hypoglycaemia'),
  { label: '此次随访分类', of: (visit) => choice('1控制满意 2控制不满意 3不良反应 4并发症', visit?.outcome) },
  ...drugRows('胰岛素', (name) => name.includes('胰岛素')),
  ...referralRows,
  nextDay,
  signature,
]

export default yearOfVisits({ title: '2型糖尿病患者随访服务记录表', form: 'type2Diabetes', rows })

import { cell, choice, dayLine, fill, head, type Choice, type Row } from '../paper'
import { coursesOn, doseOf, drugName } from '../drugs'
import { answerOf, numbersOf, type Visit } from '../visits'
import { singleVisit } from './singleVisit'
import { referralAt, type Visited } from './visitTable'

const Worse = '1良好 2一般 3较差'
const Dose = 3

/**
 * What the visit came to, by the form's numbers. The service keeps what follows from it: the usual interval is for stable patients, a
 * specialist's advice for basically stable ones, another treatment or a referral for unstable ones. A reaction alone decides nothing.
 */
export function stabilityOf(visit: Visit | undefined): string | undefined {
  if (!visit) return undefined
  const { outcome, actions } = visit
  if (outcome === '1') return '3'
  if (actions.includes('specialistAdvice')) return '2'
  return outcome === '2' || actions.includes('referNow') ? '1' : undefined
}

const row = (label: string, content: Choice): Row => [head(label, { span: 2 }), cell(content, { span: 4 })]

function drugRows(visit: Visit | undefined, member: Visited): Row[] {
  const courses = visit ? coursesOn(member, visit.on) : []
  // More than three are written below each other: none is left out.
  return Array.from({ length: Math.max(Dose, courses.length) }, (_, index): Row => {
    const course = courses[index]
    const words = course ? `${member.label('dosingFrequency', course.dose.frequency)} 每次${doseOf(member, course)}` : ''
    return [
      ...(index === 0 ? [head('用药情况', { down: Math.max(Dose, courses.length) })] : []),
      head(`药物${index + 1}`),
      cell(drugName(member, course), { span: 2 }),
      cell(words ? ['用法：', words] : ['用法：早', fill('', 2), 'mg　中', fill('', 2), 'mg　晚', fill('', 2), 'mg'], { span: 2 }),
    ]
  })
}

function rows(visit: Visit | undefined, member: Visited): Row[] {
  const referral = referralAt(visit, member)
  const { departure } = member.member
  const isDead = departure?.reason === 'died'
  return [
    [
      head('随访日期', { span: 2 }),
      cell(dayLine(visit?.on), { span: 2 }),
      head('本次随访形式'),
      cell(choice('1门诊 2家庭访视 3电话', visit?.contactMode)),
    ],
    row('若失访，原因', choice('1外出打工 2迁居他处 3走失 4连续3次未到访 5其他____')),
    [head('如死亡，日期和原因', { span: 2, down: 2 }), head('死亡日期'), cell(dayLine(isDead ? departure?.on : undefined), { span: 3 })],
    [
      head('死亡原因'),
      cell(
        [
          ['1躯体疾病'],
          [choice('①传染病和寄生虫病 ②肿瘤 ③心脏病 ④脑血管病 ⑤呼吸系统疾病 ⑥消化系统疾病 ⑦其他疾病 ⑧不详')],
          [choice('2自杀 3他杀 4意外 5精神疾病相关并发症 6其他')],
        ],
        { span: 3 },
      ),
    ],
    row('危险性评估', choice('0（0级） 1（1级） 2（2级） 3（3级） 4（4级） 5（5级）', answerOf(visit, 'riskLevel') || undefined)),
    row(
      '目前症状',
      choice(
        '1幻觉 2交流困难 3猜疑 4喜怒无常 5行为怪异 6兴奋话多 7伤人毁物 8悲观厌世 9无故外走 10自语自笑 11孤僻懒散 12其他____',
        numbersOf(visit, 'symptoms'),
        { boxes: 6 },
      ),
    ),
    row('自知力', choice('1自知力完全 2自知力不全 3自知力缺失', numbersOf(visit, 'insight'))),
    row('睡眠情况', choice(Worse, numbersOf(visit, 'sleep'))),
    row('饮食情况', choice(Worse, numbersOf(visit, 'eating'))),
    ...['个人生活料理', '家务劳动', '生产劳动及工作', '学习能力', '社会人际交往'].map((name, index): Row => [
      ...(index === 0 ? [head('社会功能情况', { down: 5 })] : []),
      head(name),
      cell(choice(index === 2 ? `${Worse} 9此项不适用` : Worse), { span: 4 }),
    ]),
    row('危险行为', choice('1轻度滋事__次 2肇事__次 3肇祸__次 4其他危害行为__次 5自伤__次 6自杀未遂__次 7无', undefined, { boxes: 3 })),
    row('两次随访期间关锁情况', choice('1无关锁 2关锁 3关锁已解除', numbersOf(visit, 'lockedIn'))),
    row('两次随访期间住院情况', choice('0未住院 1目前正在住院 2曾住院，现未住院 末次出院时间________', numbersOf(visit, 'inHospital'))),
    row('实验室检查', choice('1无 2有________')),
    row('用药依从性', choice('1按医嘱规律用药 2间断用药 3不用药 4医嘱勿需用药', numbersOf(visit, 'adherence'))),
    row(
      '药物不良反应',
      choice('1无 2有________ 9此项不适用', numbersOf(visit, 'adverseReaction'), {
        fills: { '2': answerOf(visit, 'adverseReactionWhat') },
      }),
    ),
    row('治疗效果', choice('1痊愈 2好转 3无变化 4加重 9此项不适用', numbersOf(visit, 'effect'))),
    [
      head('是否转诊', { span: 2 }),
      cell(
        [
          [choice('1否 2是', referral ? '2' : undefined)],
          ['转诊原因：', fill(referral?.reason, 20)],
          ['转诊至机构及科室：', fill(member.label('discipline', referral?.discipline), 16)],
        ],
        { span: 4 },
      ),
    ],
    ...drugRows(visit, member),
    row('康复措施', choice('1生活劳动能力 2职业训练 3学习能力 4社会交往 5其他____', undefined, { boxes: 4 })),
    row('本次随访分类', choice('1不稳定 2基本稳定 3稳定', stabilityOf(visit))),
    [head('下次随访日期', { span: 2 }), cell(dayLine(visit?.nextDueOn), { span: 2 }), head('随访医生签名'), cell('')],
    [head('患者（家属）签名', { span: 2 }), cell('', { span: 4 })],
  ]
}

export default singleVisit({
  title: '严重精神障碍患者随访服务记录表',
  form: 'severeMentalDisorder',
  columns: [13, 15, 18, 18, 14, 22],
  rows,
})

import type { Schemas } from '@/api'
import { cell, choice, dayLine, digits, fill, head, type Choice, type Content, type Row } from '../paper'
import type { PrintedMember } from '../printedMember'
import { answerOf, numbersOf, type Visit } from '../visits'
import { singleVisit } from './singleVisit'
import { referralAt, type Visited } from './visitTable'

const abnormal = '1未见异常 2异常____'

const half = (label: string, content: Content): Row => [head(label), cell(content, { span: 2 })]
const pair = (one: [string, Content], other: [string, Content]): Row => [...half(...one), ...half(...other)]

/** The service asks whether it looks well; how it does not is written by hand. */
const onlyWell = (visit: Visit | undefined, field: string, options: string): Choice =>
  choice(
    options,
    numbersOf(visit, field).filter((number) => number === '1'),
  )

/** Parents are known by their place in the household only where that is certain: of a head's own child nobody knows the other one. */
function parentRow(name: string, parent: Schemas['Member'] | undefined): Row {
  return [
    head(name),
    cell(['姓名', fill(parent?.name, 5)]),
    cell(['职业', fill('', 4)]),
    cell(['联系电话', fill(parent?.phone, 6)], { span: 2 }),
    cell(['出生日期', fill(parent?.bornOn, 5)]),
  ]
}

function rows(visit: Visit | undefined, member: Visited): Row[] {
  const referral = referralAt(visit, member)
  const [year, month, date] = (member.member.bornOn ?? '').split('-')
  const number = (field: string, unit: string) => [fill(answerOf(visit, field), 4), unit]
  return [
    pair(
      ['性　　别', choice('1男 2女 9未说明的性别 0未知的性别', member.member.sex)],
      ['出生日期', [digits(year, [4]), ' ', digits(month, [2]), ' ', digits(date, [2])]],
    ),
    pair(['身份证号', ''], ['家庭住址', member.address]),
    ...parentRows(member),
    pair(['出生孕周', [fill('', 4), '周']], ['母亲妊娠期患病情况', choice('1无 2糖尿病 3妊娠期高血压 4其他____')]),
    pair(['助产机构名称', ''], ['出生情况', choice('1顺产 2胎头吸引 3产钳 4剖宫 5双多胎 6臀位 7其他____', undefined, { boxes: 2 })]),
    pair(['新生儿窒息', choice('1无 2有（Apgar评分：1分钟__ 5分钟__ 不详）')], ['是否有畸形', choice('1无 2有____')]),
    pair(
      ['新生儿听力筛查', choice('1通过 2未通过 3未筛查 4不详')],
      ['新生儿疾病筛查', choice('1未进行 2检查均阴性 3甲低 4苯丙酮尿症 5其他遗传代谢病____', undefined, { boxes: 2 })],
    ),
    [
      head('新生儿出生体重'),
      cell(number('birthWeight', 'kg')),
      head('目前体重'),
      cell(number('weight', 'kg')),
      head('出生身长'),
      cell([fill('', 3), 'cm']),
    ],
    [
      head('喂养方式'),
      cell(choice('1纯母乳 2混合 3人工', numbersOf(visit, 'feeding'))),
      head('吃奶量'),
      cell([fill('', 3), 'mL/次']),
      head('吃奶次数'),
      cell([fill('', 3), '次/日']),
    ],
    [head('呕吐'), cell(choice('1无 2有')), head('大便'), cell(choice('1糊状 2稀 3其他')), head('大便次数'), cell([fill('', 3), '次/日'])],
    [
      head('体温'),
      cell(number('temperature', '℃')),
      head('心率'),
      cell([fill('', 3), '次/分钟']),
      head('呼吸频率'),
      cell(number('respiration', '次/分钟')),
    ],
    pair(['面色', choice('1红润 2黄染 3其他____')], ['黄疸部位', choice('1无 2面部 3躯干 4四肢 5手足', undefined, { boxes: 2 })]),
    pair(
      ['前囟', [fill('', 2), 'cm×', fill('', 2), 'cm ', onlyWell(visit, 'fontanelle', '1正常 2膨隆 3凹陷 4其他____')]],
      ['眼睛', choice(abnormal)],
    ),
    pair(['四肢活动度', choice(abnormal, numbersOf(visit, 'limbs'))], ['耳外观', choice(abnormal)]),
    pair(['颈部包块', choice('1无 2有____')], ['鼻', choice(abnormal)]),
    pair(['皮肤', onlyWell(visit, 'skin', '1未见异常 2湿疹 3糜烂 4其他____')], ['口腔', choice(abnormal)]),
    pair(['肛门', choice(abnormal)], ['心肺听诊', choice(abnormal, numbersOf(visit, 'heartAndLungs'))]),
    pair(['胸部', choice(abnormal)], ['腹部触诊', choice(abnormal)]),
    pair(['脊柱', choice(abnormal)], ['外生殖器', choice(abnormal)]),
    [head('脐带'), cell(choice('1未脱 2脱落 3脐部有渗出 4其他____'), { span: 5 })],
    [
      head('转诊建议'),
      cell(
        [
          [choice('1无 2有', referral ? '2' : undefined)],
          ['原因：', fill(referral?.reason, 12), '　机构及科室：', fill(member.label('discipline', referral?.discipline), 8)],
        ],
        { span: 5 },
      ),
    ],
    [
      head('指导'),
      cell(
        [
          [choice('1喂养指导 2发育指导 3防病指导 4预防伤害指导 5口腔保健指导 6其他____', undefined, { boxes: 5 })],
          [answerOf(visit, 'advice')],
        ],
        { span: 5 },
      ),
    ],
    pair(['本次访视日期', dayLine(visit?.on)], ['下次随访地点', '']),
    pair(['下次随访日期', dayLine(visit?.nextDueOn)], ['随访医生签名', '']),
  ]
}

const parentRows = ({ member, household }: PrintedMember): Row[] => {
  const person = (relationship: string, sex: string) =>
    household.members.filter((one) => one.number !== member.number && one.relationship === relationship && one.sex === sex)
  const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)
  // A head's child has the head and the spouse for parents.
  const isChild = member.relationship === '2' || member.relationship === '3'
  const parent = (sex: string) => (isChild ? only([...person('0', sex), ...person('1', sex)]) : undefined)
  return [parentRow('父亲', parent('1')), parentRow('母亲', parent('2'))]
}

export default singleVisit({
  title: '新生儿家庭访视记录表',
  form: 'newbornVisit',
  columns: [15, 20, 13, 17, 14, 21],
  rows,
})

import { cell, choice, fill, head, type Row } from '../paper'
import { answerOf, bodyMassIndex, numbersOf, type Visit } from '../visits'
import { ask, beside, group } from './healthCheckParts'

const Wrong = '1正常 2异常____'
const Found = '1未见异常 2异常____'
const Guard = '防护措施1无 2有____'

/** 症状, 一般状况 */
export function conditionRows(visit: Visit | undefined): Row[] {
  const measured = (field: string, unit: string) => [fill(answerOf(visit, field), 4), unit]
  const pressure = [answerOf(visit, 'systolic'), answerOf(visit, 'diastolic')].filter(Boolean).join('/')
  const score = (field: string) => ({ fills: { '2': answerOf(visit, field) } })
  const lines: Row[] = [
    beside(ask('体温', measured('temperature', '℃')), ask('脉率', measured('pulse', '次/分钟'))),
    // The form tells the arms apart; the service has one reading, which is written between the two.
    beside(
      ask('呼吸频率', [fill('', 4), '次/分钟']),
      ask('血压', [['左侧', fill('', 4), '右侧', fill('', 4), 'mmHg'], ...(pressure ? [[`实测 ${pressure} mmHg`]] : [])]),
    ),
    beside(ask('身高', measured('height', 'cm')), ask('体重', measured('weight', 'kg'))),
    beside(
      ask('腰围', measured('waist', 'cm')),
      ask('体质指数（BMI）', [fill(bodyMassIndex(answerOf(visit, 'weight'), answerOf(visit, 'height')), 4), 'kg/m²']),
    ),
  ]
  return [
    ...group('症状', [
      ask(
        '（可多选）',
        choice(
          '1无症状 2头痛 3头晕 4心悸 5胸闷 6胸痛 7慢性咳嗽 8咳痰 9呼吸困难 10多饮 11多尿 12体重下降 13乏力 14关节肿痛 15视力模糊 ' +
            '16手脚麻木 17尿急 18尿痛 19便秘 20腹泻 21恶心呕吐 22眼花 23耳鸣 24乳房胀痛 25其他____',
          undefined,
          { boxes: 8 },
        ),
      ),
    ]),
    ...lines.map((line, index): Row => (index === 0 ? [head('一般状况', { down: lines.length + 4 }), ...line] : line)),
    ...[
      ask('老年人健康状态自我评估*', choice('1满意 2基本满意 3说不清楚 4不太满意 5不满意', numbersOf(visit, 'selfRating'))),
      ask(
        '老年人生活自理能力自我评估*',
        choice('1可自理（0～3分） 2轻度依赖（4～8分） 3中度依赖（9～18分） 4不能自理（≥19分）', numbersOf(visit, 'selfCare')),
      ),
      ask(
        '老年人认知功能*',
        choice('1粗筛阴性 2粗筛阳性，简易智力状态检查，总分____', numbersOf(visit, 'cognition'), score('cognitionScore')),
      ),
      ask(
        '老年人情感状态*',
        choice('1粗筛阴性 2粗筛阳性，老年人抑郁评分检查，总分____', numbersOf(visit, 'feelings'), score('feelingsScore')),
      ),
    ].map(({ label, content }): Row => [head(label), cell(content, { span: 4 })]),
  ]
}

/** 生活方式. How often somebody takes exercise, smokes and drinks the form asks otherwise than the service: amounts are filled in. */
export function livingRows(visit: Visit | undefined): Row[] {
  const amount = (field: string, before: string, unit: string) => [before, fill(answerOf(visit, field), 3), unit]
  return group('生活方式', [
    ask('体育锻炼', [
      [choice('锻炼频率： 1每天 2每周一次以上 3偶尔 4不锻炼')],
      [...amount('exerciseMinutes', '每次锻炼时间', '分钟'), '　坚持锻炼时间', fill('', 3), '年　锻炼方式', fill('', 6)],
    ]),
    ask('饮食习惯', choice('1荤素均衡 2荤食为主 3素食为主 4嗜盐 5嗜油 6嗜糖', undefined, { boxes: 3 })),
    ask('吸烟情况', [
      [choice('吸烟状况： 1从不吸烟 2已戒烟 3吸烟')],
      [...amount('smoking', '日吸烟量　平均', '支'), '　开始吸烟年龄', fill('', 3), '岁　戒烟年龄', fill('', 3), '岁'],
    ]),
    ask('饮酒情况', [
      [choice('饮酒频率： 1从不 2偶尔 3经常 4每天')],
      [...amount('alcohol', '日饮酒量　平均', '两'), '　开始饮酒年龄', fill('', 3), '岁'],
      [choice('是否戒酒： 1未戒酒 2已戒酒，戒酒年龄：____岁')],
      [choice('近一年内是否曾醉酒： 1是 2否')],
      [choice('饮酒种类： 1白酒 2啤酒 3红酒 4黄酒 5其他____', undefined, { boxes: 4 })],
    ]),
    ask('职业病危害因素接触史', [
      [choice('1无 2有（工种______从业时间____年）')],
      ...['粉尘', '放射物质', '物理因素', '化学物质', '其他'].map((name) => [name, fill('', 5), choice(Guard)]),
    ]),
  ])
}

/** 脏器功能 */
export function functionRows(visit: Visit | undefined): Row[] {
  return group('脏器功能', [
    ask('口腔', [
      [choice('口唇： 1红润 2苍白 3发绀 4皲裂 5疱疹')],
      [choice('齿列： 1正常 2缺齿 3龋齿 4义齿（假牙）', undefined, { boxes: 3 })],
      [choice('咽部： 1无充血 2充血 3淋巴滤泡增生')],
    ]),
    ask('视力', ['左眼', fill('', 3), '右眼', fill('', 3), '（矫正视力：左眼', fill('', 3), '右眼', fill('', 3), '）']),
    ask('听力', choice('1听见 2听不清或无法听见', numbersOf(visit, 'hearing'))),
    ask('运动功能', choice('1可顺利完成 2无法独立完成任何一个动作', numbersOf(visit, 'moving'))),
  ])
}

/** 查体 */
export function bodyRows(): Row[] {
  return group('查体', [
    ask('眼底*', choice(Wrong)),
    ask('皮肤', choice('1正常 2潮红 3苍白 4发绀 5黄染 6色素沉着 7其他____')),
    ask('巩膜', choice('1正常 2黄染 3充血 4其他____')),
    ask('淋巴结', choice('1未触及 2锁骨上 3腋窝 4其他____')),
    ask('肺', [[choice('桶状胸： 1否 2是')], [choice('呼吸音： 1正常 2异常____')], [choice('罗音： 1无 2干罗音 3湿罗音 4其他____')]]),
    ask('心脏', [['心率：', fill('', 3), '次/分钟　', choice('心律： 1齐 2不齐 3绝对不齐')], [choice('杂音： 1无 2有____')]]),
    ask(
      '腹部',
      ['压痛', '包块', '肝大', '脾大', '移动性浊音'].map((name) => [choice(`${name}： 1无 2有____`)]),
    ),
    ask('下肢水肿', choice('1无 2单侧 3双侧不对称 4双侧对称')),
    ask('足背动脉搏动*', choice('1未触及 2触及双侧对称 3触及左侧弱或消失 4触及右侧弱或消失')),
    ask('肛门指诊*', choice('1未及异常 2触痛 3包块 4前列腺异常 5其他____')),
    ask('乳腺*', choice('1未见异常 2乳房切除 3异常泌乳 4乳腺包块 5其他____', undefined, { boxes: 4 })),
    ask(
      '妇科*',
      ['外阴', '阴道', '宫颈', '宫体', '附件'].map((name) => [choice(`${name}： ${Found}`)]),
    ),
    ask('其他*', '　'),
  ])
}

import { cell, choice, dayLine, fill, head, type Line, type Row } from '../paper'
import { coursesOn, doseOf, drugName } from '../drugs'
import type { PrintedMember } from '../printedMember'
import { answerOf, numbersOf, type Visit } from '../visits'
import { ask, group, type Results } from './healthCheckParts'

const Wrong = '1正常 2异常____'
const Negative = '1阴性 2阳性'
const Drugs = 6
const Times = 2

/** 辅助检查 */
export function testRows(visit: Visit | undefined, results: Results): Row[] {
  const value = (name: string, code: string | undefined, unit: string): Line => [
    name,
    fill(code ? results.get(code)?.value : '', 4),
    `${unit}　`,
  ]
  return group('辅助检查', [
    ask('血常规*', [
      [...value('血红蛋白', 'haemoglobin', 'g/L'), ...value('白细胞', 'whiteCells', '×10⁹/L'), ...value('血小板', 'platelets', '×10⁹/L')],
      ['其他', fill('', 8)],
    ]),
    ask('尿常规*', ['尿蛋白', fill('', 3), '尿糖', fill('', 3), '尿酮体', fill('', 3), '尿潜血', fill('', 3), '其他', fill('', 4)]),
    ask('空腹血糖*', [
      fill(answerOf(visit, 'fastingGlucose') || results.get('fastingGlucose')?.value, 4),
      'mmol/L 或',
      fill('', 4),
      'mg/dL',
    ]),
    ask('心电图*', choice(Wrong, numbersOf(visit, 'ecg'))),
    ask('尿微量白蛋白*', [fill('', 4), 'mg/dL']),
    ask('大便潜血*', choice(Negative)),
    ask('糖化血红蛋白*', value('', 'hba1c', '%')),
    ask('乙型肝炎表面抗原*', choice(Negative)),
    ask('肝功能*', [
      [...value('血清谷丙转氨酶', 'alt', 'U/L'), ...value('血清谷草转氨酶', 'ast', 'U/L')],
      [...value('白蛋白', 'albumin', 'g/L'), ...value('总胆红素', 'totalBilirubin', 'μmol/L'), ...value('结合胆红素', undefined, 'μmol/L')],
    ]),
    ask('肾功能*', [
      [...value('血清肌酐', 'creatinine', 'μmol/L'), ...value('血尿素', 'urea', 'mmol/L')],
      [...value('血钾浓度', 'potassium', 'mmol/L'), ...value('血钠浓度', 'sodium', 'mmol/L')],
    ]),
    ask('血脂*', [
      [...value('总胆固醇', 'totalCholesterol', 'mmol/L'), ...value('甘油三酯', 'triglycerides', 'mmol/L')],
      value('血清低密度脂蛋白胆固醇', 'ldl', 'mmol/L'),
      value('血清高密度脂蛋白胆固醇', 'hdl', 'mmol/L'),
    ]),
    ask('胸部X线片*', choice(Wrong)),
    ask('B超*', [[choice('腹部B超： 1正常 2异常____', numbersOf(visit, 'abdomen'))], [choice('其他： 1正常 2异常____')]]),
    ask('宫颈涂片*', choice(Wrong)),
    ask('其他*', '　'),
  ])
}

/** 现存主要健康问题, written by the physician who examined. */
export function problemRows(): Row[] {
  const problem = (name: string, options: string, boxes: number) => ask(name, choice(options, undefined, { boxes }))
  return group('现存主要健康问题', [
    problem('脑血管疾病', '1未发现 2缺血性卒中 3脑出血 4蛛网膜下腔出血 5短暂性脑缺血发作 6其他____', 5),
    problem('肾脏疾病', '1未发现 2糖尿病肾病 3肾功能衰竭 4急性肾炎 5慢性肾炎 6其他____', 5),
    problem('心脏疾病', '1未发现 2心肌梗死 3心绞痛 4冠状动脉血运重建 5充血性心力衰竭 6心前区疼痛 7其他____', 5),
    problem('血管疾病', '1未发现 2夹层动脉瘤 3动脉闭塞性疾病 4其他____', 3),
    problem('眼部疾病', '1未发现 2视网膜出血或渗出 3视乳头水肿 4白内障 5其他____', 3),
    problem('神经系统疾病', '1未发现 2有____', 1),
    problem('其他系统疾病', '1未发现 2有____', 1),
  ])
}

/** 住院治疗情况, 主要用药情况, 接种史 */
export function treatmentRows(printed: PrintedMember, visit: Visit | undefined): Row[] {
  const stays = (name: string, begin: string, isFirst: boolean): Row[] => [
    [
      ...(isFirst ? [head('住院治疗情况', { down: 2 * (Times + 1) })] : []),
      head(name, { down: Times + 1 }),
      head(begin),
      head('原　　因'),
      head('医疗机构名称'),
      head('病案号'),
    ],
    ...Array.from({ length: Times }, (): Row => [cell('/'), cell(''), cell(''), cell('')]),
  ]
  const courses = coursesOn(printed, visit?.on ?? printed.today)
  const lines = Math.max(Drugs, courses.length)
  const adherence = '1规律 2间断 3不服药'
  return [
    ...stays('住院史', '入/出院日期', true),
    ...stays('家庭病床史', '建/撤床日期', false),
    [head('主要用药情况', { down: lines + 1 }), head('药物名称'), head('用　　法'), head('用　　量'), head('用药时间'), head('服药依从性')],
    ...Array.from({ length: lines }, (_, index): Row => {
      const course = courses[index]
      return [
        cell(`${index + 1}　${drugName(printed, course)}`),
        cell(printed.label('dosingFrequency', course?.dose.frequency)),
        cell(course ? `每次${doseOf(printed, course)}` : ''),
        cell(course ? `${course.since} 起` : ''),
        cell(choice(adherence)),
      ]
    }),
    [head('非免疫规划预防接种史', { down: 4 }), head('名　　称'), head('接种日期', { span: 2 }), head('接种机构', { span: 2 })],
    ...[1, 2, 3].map((number): Row => [cell(`${number}`), cell('', { span: 2 }), cell('', { span: 2 })]),
  ]
}

/** 健康评价, 健康指导 */
export function adviceRows(visit: Visit | undefined): Row[] {
  return [
    [
      head('健康评价'),
      cell(
        [
          [choice('1体检无异常 2有异常')],
          ...[1, 2, 3, 4].map((number): Line => [`异常${number}`, fill(number === 1 ? answerOf(visit, 'abnormal') : '', 30)]),
        ],
        { span: 5 },
      ),
    ],
    [
      head('健康指导'),
      cell([[choice('1纳入慢性病患者健康管理 2建议复查 3建议转诊', undefined, { boxes: 3 })]], { span: 2 }),
      cell(
        [
          ['危险因素控制：'],
          [choice('1戒烟 2健康饮酒 3饮食 4锻炼 5减体重（目标____Kg） 6建议接种疫苗____ 7其他____', undefined, { boxes: 6 })],
        ],
        { span: 3 },
      ),
    ],
    [head('体检医生签名', { span: 2 }), cell('', { span: 2 }), head('日期'), cell(dayLine())],
  ]
}

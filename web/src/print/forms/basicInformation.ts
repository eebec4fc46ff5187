import type { Schemas } from '@/api'
import { boxes, cell, choice, digits, fill, head, options, type Choice, type Line, type Row } from '../paper'
import { personOf, type PrintedMember } from '../printedMember'
import type { FillIn } from '../printedForm'

type Basic = Schemas['BasicInformation']

const Han = '01'
const OtherEthnicGroup = '99'
const OtherAllergy = '5'
const Illnesses = '1无 2高血压 3糖尿病 4冠心病 5慢性阻塞性肺疾病 6恶性肿瘤____ 7脑卒中 8严重精神障碍'
const PastIllnesses = `${Illnesses} 9结核病 10肝炎 11其他法定传染病 12职业病____ 13其他____`
const FamilyIllnesses = '1无 2高血压 3糖尿病 4冠心病 5慢性阻塞性肺疾病 6恶性肿瘤 7脑卒中 8严重精神障碍 9结核病 10肝炎 11先天畸形 12其他____'
const Dated = 6

const row = (label: string, content: Choice): Row => [head(label, { span: 2 }), cell(content, { span: 6 })]

/** `□ 确诊时间 2019 年 5 月`, for each past illness. */
function pastIllness(illness: Schemas['PastIllness'] | undefined): Line {
  const [year = '', month = ''] = (illness?.on ?? '').split('-')
  return [boxes(1, illness?.code), '确诊时间', fill(year, 2.5), '年', fill(month.replace(/^0/, ''), 1.5), '月']
}

function pastRows(basic: Basic): Row[] {
  const past = (basic.pastIllnesses ?? []).slice(0, Dated)
  const places = Array.from({ length: Dated }, (_, index) => pastIllness(past[index]))
  const event = (name: string): Line => [
    options(`1无 2有：${name}①____`),
    '时间',
    fill('', 4),
    `/${name}②`,
    fill('', 4),
    '时间',
    fill('', 4),
    boxes(1),
  ]
  return [
    [
      head('既往史', { down: 4 }),
      head('疾病'),
      cell([[options(PastIllnesses)], ...[0, 2, 4].map((at) => [...places[at]!, '/', ...places[at + 1]!])], { span: 6 }),
    ],
    ...['手术', '外伤', '输血'].map((name): Row => [head(name), cell(event(name === '输血' ? '原因' : '名称'), { span: 6 })]),
  ]
}

const family = (
  name: string,
  codes: readonly string[] | null | undefined,
  other: string,
  others: readonly string[] | null | undefined,
): Row => [head(name), cell(boxes(6, codes), { span: 2 }), head(other), cell(boxes(6, others), { span: 3 })]

function idNumber({ idNumberEnding, idMissingReason }: Schemas['Member']): string | undefined {
  return idMissingReason ? undefined : idNumberEnding
}

function rows({ member, record, label }: PrintedMember): Row[] {
  const basic: Basic = record?.basicInformation ?? {}
  const history = basic.familyHistory ?? {}
  const group = basic.ethnicGroup
  const others = { [OtherEthnicGroup]: group && group !== Han ? label('ethnicGroup', group) : '' }
  const [year, month, date] = (member.bornOn ?? '').split('-')
  return [
    [
      head('性　　别', { span: 2 }),
      cell(choice('1男 2女 9未说明的性别 0未知的性别', member.sex), { span: 3 }),
      head('出生日期'),
      cell([digits(year, [4]), ' ', digits(month, [2]), ' ', digits(date, [2])], { span: 2 }),
    ],
    [head('身份证号', { span: 2 }), cell(digits(idNumber(member), [18], true), { span: 4 }), head('工作单位'), cell('')],
    [head('本人电话', { span: 2 }), cell(member.phone ?? '', { span: 2 }), head('联系人姓名'), cell(''), head('联系人电话'), cell('')],
    [
      head('常住类型', { span: 2 }),
      cell(choice('1户籍 2非户籍', basic.residence), { span: 2 }),
      head('民　　族'),
      cell(choice('01汉族 99少数民族____', group && (group === Han ? Han : OtherEthnicGroup), { fills: others }), { span: 3 }),
    ],
    row('血　　型', { ...choice('1A型 2B型 3O型 4AB型 5不详 /RH：1阴性 2阳性 3不详', [basic.abo ?? '', basic.rh ?? ''], { boxes: 2 }) }),
    row(
      '文化程度',
      choice('1研究生 2大学本科 3大学专科和专科学校 4中等专业学校 5技工学校 6高中 7初中 8小学 9文盲或半文盲 10不详', basic.education),
    ),
    row(
      '职　　业',
      choice(
        '0国家机关、党群组织、企业、事业单位负责人 1专业技术人员 2办事人员和有关人员 3商业、服务业人员 4农、林、牧、渔、水利业生产人员 ' +
          '5生产、运输设备操作人员及有关人员 6军人 7不便分类的其他从业人员 8无职业',
        basic.occupation,
      ),
    ),
    row('婚姻状况', choice('1未婚 2已婚 3丧偶 4离婚 5未说明的婚姻状况', basic.marriage)),
    row(
      '医疗费用支付方式',
      choice(
        '1城镇职工基本医疗保险 2城镇居民基本医疗保险 3新型农村合作医疗 4贫困救助 5商业医疗保险 6全公费 7全自费 8其他____',
        basic.payment,
        { boxes: 3 },
      ),
    ),
    row(
      '药物过敏史',
      choice('1无 2青霉素 3磺胺 4链霉素 5其他____', basic.drugAllergies ?? (basic.drugAllergyOther ? [OtherAllergy] : null), {
        boxes: 4,
        fills: { [OtherAllergy]: basic.drugAllergyOther ?? '' },
      }),
    ),
    row('暴露史', choice('1无 2化学品 3毒物 4射线', basic.exposures, { boxes: 3 })),
    ...pastRows(basic),
    [head('家族史', { down: 3 }), ...family('父亲', history.father, '母亲', history.mother)],
    family('兄弟姐妹', history.siblings, '子女', history.children),
    [cell([[options(FamilyIllnesses)]], { span: 7 })],
    row('遗传病史', choice('1无 2有：疾病名称________')),
    row(
      '残疾情况',
      choice('1无残疾 2视力残疾 3听力残疾 4言语残疾 5肢体残疾 6智力残疾 7精神残疾 8其他残疾____', basic.disabilities, { boxes: 6 }),
    ),
    ...environment(basic),
  ]
}

function environment(basic: Basic): Row[] {
  const places: [string, string, string | null | undefined][] = [
    ['厨房排风设施', '1无 2油烟机 3换气扇 4烟囱', basic.kitchenExhaust],
    ['燃料类型', '1液化气 2煤 3天然气 4沼气 5柴火 6其他', basic.fuel],
    ['饮水', '1自来水 2经净化过滤的水 3井水 4河湖水 5塘水 6其他', basic.water],
    ['厕所', '1卫生厕所 2一格或二格粪池式 3马桶 4露天粪坑 5简易棚厕', basic.toilet],
    ['禽畜栏', '1无 2单设 3室内 4室外', basic.livestockPen],
  ]
  return places.map(([name, list, chosen], index) => [
    ...(index === 0 ? [head('生活环境*', { down: places.length })] : []),
    head(name),
    cell(choice(list, chosen), { span: 6 }),
  ])
}

/** 个人基本信息表. Of the citizen ID the service shows the ending; the rest is written in by hand. */
const fillIn: FillIn = (printed) => ({
  sheets: [
    {
      title: '个人基本信息表',
      person: personOf(printed),
      isDense: true,
      blocks: [{ kind: 'table', columns: [9, 11, 14, 11, 13, 11, 13, 18], rows: rows(printed) }],
      notes: ['注：标有*的项目，在为城镇居民建立健康档案时可不填。'],
    },
  ],
})

export default fillIn

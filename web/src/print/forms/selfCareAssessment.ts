import { cell, head, type Row } from '../paper'
import { personOf } from '../printedMember'
import type { FillIn } from '../printedForm'

interface Item {
  name: string
  /** In the order of the columns: able, light, medium, not able; with the score of each. */
  levels: readonly [string, string, string, string]
  scores: readonly [number, number, number, number]
}

const items: readonly Item[] = [
  {
    name: '（1）进餐：使用餐具将饭菜送入口、咀嚼、吞咽等活动',
    levels: ['独立完成', '—', '需要协助，如切碎、搅拌食物等', '完全需要帮助'],
    scores: [0, 0, 3, 5],
  },
  {
    name: '（2）梳洗：梳头、洗脸、刷牙、剃须、洗澡等活动',
    levels: [
      '独立完成',
      '能独立地洗头、梳头、洗脸、刷牙、剃须等；洗澡需要协助',
      '在协助下和适当的时间内，能完成部分梳洗活动',
      '完全需要帮助',
    ],
    scores: [0, 1, 3, 7],
  },
  {
    name: '（3）穿衣：穿衣裤、袜子、鞋子等活动',
    levels: ['独立完成', '—', '需要协助，在适当的时间内完成部分穿衣', '完全需要帮助'],
    scores: [0, 0, 3, 5],
  },
  {
    name: '（4）如厕：小便、大便等活动及自控',
    levels: [
      '不需协助，可自控',
      '偶尔失禁，但基本上能如厕或使用便具',
      '经常失禁，在很多提示和协助下尚能如厕或使用便具',
      '完全失禁，完全需要帮助',
    ],
    scores: [0, 1, 5, 10],
  },
  {
    name: '（5）活动：站立、室内行走、上下楼梯、户外活动',
    levels: [
      '独立完成所有活动',
      '借助较小的外力或辅助装置能完成站立、行走、上下楼梯等',
      '借助较大的外力才能完成站立、行走，不能上下楼梯',
      '卧床不起，活动完全需要帮助',
    ],
    scores: [0, 1, 5, 10],
  },
]

const rows: Row[] = [
  [head('评估事项、内容与评分', { down: 2 }), head('程度等级', { span: 4 }), head('判断评分', { down: 2 })],
  [head('可自理'), head('轻度依赖'), head('中度依赖'), head('不能自理')],
  ...items.flatMap(({ name, levels, scores }): Row[] => [
    [cell(name), ...levels.map((level) => cell(level)), cell('')],
    [head('评　分'), ...scores.map((score) => head(String(score))), cell('')],
  ]),
  [head('总得分', { span: 5 }), cell('')],
]

/** 老年人生活自理能力评估表. The service keeps what the assessment came to, not the scores: they are entered on paper. */
const fillIn: FillIn = (printed) => ({
  sheets: [
    {
      title: '老年人生活自理能力评估表',
      person: personOf(printed),
      blocks: [
        {
          kind: 'lines',
          lines: [
            [
              '该表为自评表，根据下表中5个方面进行评估，将各方面判断评分汇总后，0～3分者为可自理；4～8分者为轻度依赖；9～18分者为中度依赖；≥19分者为不能自理。',
            ],
          ],
        },
        { kind: 'table', columns: [20, 13, 19, 20, 17, 11], rows },
        { kind: 'signatures', of: ['评估人签名'] },
      ],
    },
  ],
})

export default fillIn

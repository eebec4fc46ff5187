import { dayLine, digits, fill, label } from '../paper'
import { phoneOf } from '../printedMember'
import type { FillIn } from '../printedForm'

/** Widths in characters. */
const Labels = 8.5
const Wide = 21

/** 居民健康档案封面. Who opened the record, and where, is not kept. */
const fillIn: FillIn = (printed) => ({
  sheets: [
    {
      title: '居民健康档案',
      isCover: true,
      blocks: [
        { kind: 'lines', lines: [['编号', digits(printed.member.recordNumber, [6, 3, 3, 5])]] },
        {
          kind: 'lines',
          isLarge: true,
          lines: [
            [label('姓名', Labels), '：', fill(printed.member.name, Wide)],
            [label('现住址', Labels), '：', fill(printed.address, Wide)],
            [label('户籍地址', Labels), '：', fill('', Wide)],
            [label('联系电话', Labels), '：', fill(phoneOf(printed), Wide)],
            [label('乡镇（街道）名称', Labels), '：', fill(printed.township, Wide)],
            [label('村（居）委会名称', Labels), '：', fill(printed.village, Wide)],
            [],
            [label('建档单位', Labels), '：', fill('', Wide)],
            [label('建档人', Labels), '：', fill('', Wide)],
            [label('责任医生', Labels), '：', fill(printed.physician?.name, Wide)],
            [label('建档日期', Labels), '：', ...dayLine(printed.record?.openedOn)],
          ],
        },
      ],
    },
  ],
})

export default fillIn

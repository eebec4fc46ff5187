import { dayLine, digits, fill } from '../paper'
import { phoneOf } from '../printedMember'
import type { FillIn } from '../printedForm'

const Wide = 22

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
            ['姓　　　　名：', fill(printed.member.name, Wide)],
            ['现　住　　址：', fill(printed.address, Wide)],
            ['户籍地　　址：', fill('', Wide)],
            ['联系电　　话：', fill(phoneOf(printed), Wide)],
            ['乡镇（街道）名称：', fill(printed.township, Wide - 2)],
            ['村（居）委会名称：', fill(printed.village, Wide - 2)],
            ['建档单位：', fill('', Wide + 2)],
            ['建　档　　人：', fill('', Wide)],
            ['责任医　　生：', fill(printed.physician?.name, Wide)],
            ['建档日　　期：', ...dayLine(printed.record?.openedOn)],
          ],
        },
      ],
    },
  ],
})

export default fillIn

import { describe, expect, it } from 'vitest'
import { postalAddress } from '@/print/postalAddress'

const names = { county: '梅县区', township: '松口镇', village: '下坪村委会' }

describe('a household’s address on a form', () => {
  it.each([
    ['第3组40号', '梅县区松口镇下坪村委会第3组40号'],
    ['下坪村第3组40号', '梅县区松口镇下坪村第3组40号'],
    ['松口镇下坪村第3组40号', '梅县区松口镇下坪村第3组40号'],
    ['梅县区松口镇下坪村第3组40号', '梅县区松口镇下坪村第3组40号'],
    ['广东省梅州市梅县区松口镇下坪村第3组40号', '广东省梅州市梅县区松口镇下坪村第3组40号'],
    ['', '梅县区松口镇下坪村委会'],
  ])('%s: no name stands there twice', (address, expected) => expect(postalAddress(address, names)).toBe(expected))

  it('is complete where not all names are known', () => {
    expect(postalAddress('第3组40号', { county: '', township: '', village: '' })).toBe('第3组40号')
    expect(postalAddress('松口镇下坪村', { ...names, county: '' })).toBe('松口镇下坪村')
  })
})

/** An exact decimal number: digits × 10^-scale. A binary fraction would round 120.1 斤 otherwise than the service does. */
type Decimal = { digits: bigint; scale: number }

const Form = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i

function parse(number: number | string): Decimal | undefined {
  const [, sign = '', whole = '', part = '', exponent = '0'] = Form.exec(String(number).trim()) ?? []
  if (whole + part === '') return undefined
  const scale = part.length - Number(exponent)
  const digits = BigInt(`${whole}${part}`) * 10n ** BigInt(Math.max(0, -scale))
  return { digits: sign === '-' ? -digits : digits, scale: Math.max(0, scale) }
}

/**
 * The product with so many places after the point, half away from zero: the service's rule (functions/Codes/Units.cs).
 * The examples in seeds/cases/readings.json hold for both. Undefined where one of them is no number.
 */
export function rounded(value: number | string, decimals: number, factor: number | string = 1): number | undefined {
  const [one, other] = [parse(value), parse(factor)]
  if (!one || !other) return undefined
  const { digits, scale } = { digits: one.digits * other.digits, scale: one.scale + other.scale }
  const size = digits < 0n ? -digits : digits
  const unit = 10n ** BigInt(Math.max(0, scale - decimals))
  const rounded = (size + unit / 2n) / unit
  return Number(`${digits < 0n && rounded > 0n ? '-' : ''}${rounded}e-${Math.min(scale, decimals)}`)
}

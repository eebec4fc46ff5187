import { useI18n } from 'vue-i18n'
import { number, rate } from '@/i18n/formats'
import { measureOf, type MeasureCode, type RegionMeasures } from './measures'

/** A rate is never said without what it is made of. */
export function useFraction() {
  const { t } = useI18n()
  function fractionOf(region: RegionMeasures, code: MeasureCode): string {
    const { numerator, denominator, rate: value } = measureOf(region, code)
    return t('official.fraction', { rate: rate(value), numerator: number(numerator), denominator: number(denominator) })
  }
  return { fractionOf }
}

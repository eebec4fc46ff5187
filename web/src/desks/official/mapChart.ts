import type { EChartsCoreOption } from 'echarts/core'
import type { ThemeColours } from '@/charts/themeColours'
import outlines from '../../../../seeds/regions/meizhou-counties.geojson?url'
import { rate } from '@/i18n/formats'
import { measureOf, stepOf, type MeasureCode, type RegionMeasures } from './measures'
import { colourOf } from './ramp'

const Map = 'meizhou'

/** Of labels that would lie on each other, in letters to the right and down: 梅江区 is a small county in the middle of 梅县区. */
const Aside: Record<string, readonly [number, number]> = {
  '441402': [0, 0.8],
  '441403': [1.3, -0.7],
  '441422': [0.4, 0.6],
  '441426': [-0.6, 0],
  '441427': [0.8, 0.4],
}

/** The outlines come when the first map is shown. */
export async function prepareMap(charts: typeof import('@/charts/charts')): Promise<void> {
  const response = await fetch(outlines)
  if (!response.ok) throw new Error(`outlines ${response.status}`)
  charts.registerMap(Map, await response.json())
}

export function mapChart(
  counties: readonly RegionMeasures[],
  code: MeasureCode,
  fraction: (region: RegionMeasures) => string,
  size: number,
  paint: ThemeColours,
): EChartsCoreOption {
  return {
    textStyle: { fontFamily: paint.font },
    tooltip: {
      show: true,
      confine: true,
      backgroundColor: paint['surface-raised'],
      borderColor: paint.border,
      textStyle: { color: paint.ink },
      formatter: ({ name }: { name: string }) => tipOf(counties, name, fraction),
    },
    series: [
      {
        type: 'map',
        map: Map,
        roam: false,
        selectedMode: false,
        top: 8,
        bottom: 8,
        emphasis: { itemStyle: { borderColor: paint.ink, borderWidth: 3 }, label: { show: true } },
        data: counties.map((county) => {
          const { rate: value } = measureOf(county, code)
          const { fill, ink } = colourOf(stepOf(value))
          const offset = (Aside[county.regionCode] ?? [0, 0]).map((letters) => letters * size)
          const label = { show: true, offset, color: ink, fontSize: size, fontWeight: 600, formatter: `${county.name}\n${rate(value)}` }
          return {
            name: county.name,
            value: value ?? Number.NaN,
            itemStyle: { areaColor: fill, borderColor: paint['border-strong'], borderWidth: 1 },
            label,
            emphasis: { itemStyle: { areaColor: fill }, label: { ...label } },
          }
        }),
      },
    ],
  }
}

function tipOf(counties: readonly RegionMeasures[], name: string, fraction: (region: RegionMeasures) => string): string {
  const county = counties.find((one) => one.name === name)
  return county ? `${county.name}<br>${fraction(county)}` : name
}

import { describe, expect, test } from 'vitest'
import { labelPlaces } from '@/desks/official/mapLabels'
import text from '../../seeds/regions/meizhou-counties.geojson?raw'

interface County {
  properties: { name: string }
  geometry: { type: 'Polygon'; coordinates: [number, number][][] }
}
const counties = (JSON.parse(text) as { features: County[] }).features
const ringOf = (county: County) => county.geometry.coordinates[0]!
const all = counties.flatMap(ringOf)
const [west, north] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([, y]) => y))]

/** A drawing of the map, so many pixels to a degree, 200 to the left of it free. */
function drawing(perDegree: number, label: { width: number; height: number }) {
  const at = ([x, y]: readonly [number, number]): [number, number] => [200 + (x - west) * perDegree * 0.75, 8 + (north - y) * perDegree]
  const outline = (county: County) => ringOf(county).map(at)
  const placeOf = labelPlaces(counties)
  const places = counties.map((county) => {
    const [xs, ys] = [outline(county).map(([x]) => x), outline(county).map(([, y]) => y)]
    const rect = {
      x: Math.min(...xs),
      y: Math.min(...ys),
      width: Math.max(...xs) - Math.min(...xs),
      height: Math.max(...ys) - Math.min(...ys),
    }
    const place = placeOf(county.properties.name, { rect, labelRect: label })!
    const left = place.align === 'center' ? place.x - label.width / 2 : place.align === 'left' ? place.x : place.x - label.width
    return { county, place, box: { left, right: left + label.width, top: place.y - label.height / 2, bottom: place.y + label.height / 2 } }
  })
  return { places, outline }
}

/** Whether a point is inside an outline: an odd number of its borders lies to the left. */
const isInside = ([x, y]: readonly [number, number], ring: readonly [number, number][]): boolean =>
  ring.filter(([ax, ay], at) => {
    const [bx, by] = ring[(at + 1) % ring.length]!
    return ay > y !== by > y && ax + ((y - ay) / (by - ay)) * (bx - ax) < x
  }).length %
    2 ===
  1

describe.each([160, 260, 500])('a map with %s pixels to a degree', (perDegree) => {
  const { places, outline } = drawing(perDegree, { width: 48, height: 34 })

  test('has each label wholly inside its county, or beside the map with a line to it', () => {
    for (const { county, place, box } of places) {
      const corners = [
        [box.left, box.top],
        [box.right, box.top],
        [box.left, box.bottom],
        [box.right, box.bottom],
      ] as const
      const name = county.properties.name
      // A cell of the grid is the leeway.
      const middle = corners.map(([x, y]) => [x + (place.x - x) * 0.06, y + (place.y - y) * 0.06] as const)
      if (place.labelLinePoints) {
        expect(isInside(place.labelLinePoints[0]!, outline(county)), name).toBe(true)
        expect(
          counties.some((other) => corners.some((corner) => isInside(corner, outline(other)))),
          name,
        ).toBe(false)
      } else
        expect(
          middle.every((corner) => isInside(corner, outline(county))),
          name,
        ).toBe(true)
    }
  })

  test('has no label on another', () => {
    for (const { county, box } of places)
      for (const other of places)
        if (other.county !== county)
          expect(
            box.right <= other.box.left || other.box.right <= box.left || box.bottom <= other.box.top || other.box.bottom <= box.top,
            `${county.properties.name} ${other.county.properties.name}`,
          ).toBe(true)
  })
})

test('a large map has all labels inside', () => {
  const { places } = drawing(600, { width: 48, height: 34 })
  expect(places.filter(({ place }) => place.labelLinePoints)).toEqual([])
})

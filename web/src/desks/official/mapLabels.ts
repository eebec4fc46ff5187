type Point = readonly [number, number]

interface Outline {
  properties: { name: string }
  geometry: { type: 'Polygon'; coordinates: [number, number][][] }
}

/** What the chart tells of a county that it is about to label, in pixels. */
export interface Drawn {
  rect: { x: number; y: number; width: number; height: number }
  labelRect: { width: number; height: number }
}

export interface Place {
  x: number
  y: number
  align: 'center' | 'left' | 'right'
  verticalAlign: 'middle'
  /** From the county to its label, where that stands outside. */
  labelLinePoints?: Point[]
}

/** A county's box in degrees, cut into `Cells` by `Cells`: how many of the cells up to a row and column are inside its outline. */
interface Room {
  west: number
  east: number
  south: number
  north: number
  inside: Uint16Array
}

const Cells = 64
const Wide = Cells + 1
/** Between the outline and a label beside it, in pixels. */
const Gap = 14

/**
 * Places of the labels: inside where the whole label has room in the county, otherwise beside the map, at the nearer edge at that
 * height, with a line. Decided anew whenever the map is drawn: on a phone fewer have room.
 */
export function labelPlaces(outlines: readonly Outline[]): (county: string, drawn: Drawn) => Place | undefined {
  const rooms = new Map(outlines.map(({ properties, geometry }) => [properties.name, roomIn(geometry.coordinates[0]!)]))
  const border = outlines.flatMap(({ geometry }) => geometry.coordinates[0]!)
  /** Labels beside the map in the present drawing, by county: one that comes again begins the next. */
  const beside = new Map<string, { isLeft: boolean; y: number }>()

  return (county, { rect, labelRect }) => {
    const room = rooms.get(county)
    if (!room) return undefined
    const cell = [rect.width / Cells, rect.height / Cells] as const
    const inside = placeFor(room, labelRect.width / cell[0], labelRect.height / cell[1])
    if (inside) return { x: rect.x + inside[0] * cell[0], y: rect.y + inside[1] * cell[1], align: 'center', verticalAlign: 'middle' }

    if (beside.has(county)) beside.clear()
    const [column, row] = middleOf(room)
    const [x, y] = [rect.x + column * cell[0], rect.y + row * cell[1]]
    const perDegree = [rect.width / (room.east - room.west), rect.height / (room.north - room.south)] as const
    const across = (at: number): number[] =>
      border
        .filter(([, north]) => Math.abs(rect.y + (room.north - north) * perDegree[1] - at) <= labelRect.height / 2)
        .map(([east]) => rect.x + (east - room.west) * perDegree[0])
    const isLeft = x - Math.min(...across(y)) < Math.max(...across(y)) - x
    let at = y
    for (const other of beside.values())
      if (other.isLeft === isLeft && Math.abs(other.y - at) < labelRect.height) at = other.y + labelRect.height
    beside.set(county, { isLeft, y: at })
    const edge = isLeft ? Math.max(labelRect.width, Math.min(...across(at)) - Gap) : Math.max(...across(at)) + Gap
    const end = edge + (isLeft ? 3 : -3)
    return {
      x: edge,
      y: at,
      align: isLeft ? 'right' : 'left',
      verticalAlign: 'middle',
      labelLinePoints: [
        [x, y],
        [end + (isLeft ? 5 : -5), at],
        [end, at],
      ],
    }
  }
}

function roomIn(ring: readonly [number, number][]): Room {
  const [wests, norths] = [ring.map(([east]) => east), ring.map(([, north]) => north)]
  const [west, east, south, north] = [Math.min(...wests), Math.max(...wests), Math.min(...norths), Math.max(...norths)]
  const inside = new Uint16Array(Wide * Wide)
  for (let row = 0; row < Cells; row++) {
    const crossings = crossingsAt(ring, north - ((row + 0.5) / Cells) * (north - south))
    let sum = 0
    for (let column = 0; column < Cells; column++) {
      const at = west + ((column + 0.5) / Cells) * (east - west)
      // A point is inside where an odd number of borders lies to the west of it.
      if (crossings.filter((crossing) => crossing < at).length % 2 === 1) sum++
      inside[(row + 1) * Wide + column + 1] = inside[row * Wide + column + 1]! + sum
    }
  }
  return { west, east, south, north, inside }
}

/** Where the outline crosses a latitude, as longitudes. */
function crossingsAt(ring: readonly [number, number][], latitude: number): number[] {
  return ring.flatMap(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!
    return y > latitude === nextY > latitude ? [] : [x + ((latitude - y) / (nextY - y)) * (nextX - x)]
  })
}

/** The middle of a place of so many cells that lies inside as a whole, the nearest to the middle of the box; undefined without one. */
function placeFor({ inside }: Room, width: number, height: number): Point | undefined {
  const [columns, rows] = [Math.ceil(width), Math.ceil(height)]
  const at = (row: number, column: number): number => inside[row * Wide + column]!
  let best: Point | undefined
  let least = Number.POSITIVE_INFINITY
  for (let row = 0; row + rows <= Cells; row++) {
    for (let column = 0; column + columns <= Cells; column++) {
      const count = at(row + rows, column + columns) - at(row, column + columns) - at(row + rows, column) + at(row, column)
      const middle: Point = [column + columns / 2, row + rows / 2]
      const distance = Math.hypot(middle[0] - Cells / 2, middle[1] - Cells / 2)
      if (count === columns * rows && distance < least) [best, least] = [middle, distance]
    }
  }
  return best
}

/** The middle of the largest square that lies inside: what a line points at. */
function middleOf(room: Room): Point {
  for (let size = Cells; size > 0; size--) {
    const place = placeFor(room, size, size)
    if (place) return place
  }
  return [Cells / 2, Cells / 2]
}

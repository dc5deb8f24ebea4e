import { atMostOne, BadMovie, only, type Box } from './movieBoxes'

/** Bytes of the file, from the first one to the one behind the last. */
export interface Extent { from: number; to: number }

/** Fifteen seconds have some 3600 frames at most (240 a second), and hardly a chunk for each. */
const MOST_CHUNKS = 20_000

/** A list of entries that are all alike, as most of a track's lists are: how many, and then one after the other. */
interface Table { count: number; at: (i: number) => number }

/**
 * Where the samples (frames, pieces of sound) of a track stand, chunk by chunk, and how long they are together in the track's units.
 * Whatever stands behind the lists' entries is forgotten. Throws `BadMovie` where the lists contradict each other or the file.
 */
export function samplesOf(file: Buffer, stbl: readonly Box[]): { extents: Extent[]; ticks: number } {
  for (const optional of [['ctts', 8], ['stss', 4]] as const) {
    const box = atMostOne(stbl, optional[0])
    if (box) table(file, box, optional[1])
  }
  const sizes = sizesIn(file, only(stbl, 'stsz'))
  if (sizes.count === 0) throw new BadMovie('no samples')
  const { ticks, samples } = timesIn(file, table(file, only(stbl, 'stts'), 8))
  if (samples !== sizes.count) throw new BadMovie('as many times as samples')
  const [short, long] = [atMostOne(stbl, 'stco'), atMostOne(stbl, 'co64')]
  if ((short === null) === (long === null)) throw new BadMovie('chunks')
  const chunks = short ? table(file, short, 4) : table(file, long!, 8)
  if (chunks.count > MOST_CHUNKS) throw new BadMovie('too many chunks')
  const placeOf = (i: number) => (short ? file.readUInt32BE(chunks.at(i)) : Number(file.readBigUInt64BE(chunks.at(i))))
  return { extents: extentsOf(file, chunks.count, placeOf, table(file, only(stbl, 'stsc'), 12), sizes), ticks }
}

function table(file: Buffer, box: Box, width: number, head = 8): Table {
  if (box.end - box.body < head) throw new BadMovie(box.type)
  const count = file.readUInt32BE(box.body + head - 4)
  const end = box.body + head + count * width
  if (end > box.end) throw new BadMovie(`${box.type} has fewer entries than it says`)
  file.fill(0, end, box.end)
  return { count, at: i => box.body + head + i * width }
}

interface Sizes { count: number; sum: (from: number, count: number) => number }

/** All alike, or one for each. */
function sizesIn(file: Buffer, stsz: Box): Sizes {
  if (stsz.end - stsz.body < 12) throw new BadMovie('stsz')
  const alike = file.readUInt32BE(stsz.body + 4)
  if (alike !== 0) {
    file.fill(0, stsz.body + 12, stsz.end)
    return { count: file.readUInt32BE(stsz.body + 8), sum: (_from, count) => count * alike }
  }
  const { count, at } = table(file, stsz, 4, 12)
  return {
    count,
    sum(from, some) {
      let sum = 0
      for (let i = from; i < from + some; i++) sum += file.readUInt32BE(at(i))
      return sum
    },
  }
}

function timesIn(file: Buffer, stts: Table): { ticks: number; samples: number } {
  let [ticks, samples] = [0, 0]
  for (let i = 0; i < stts.count; i++) {
    const alike = file.readUInt32BE(stts.at(i))
    samples += alike
    ticks += alike * file.readUInt32BE(stts.at(i) + 4)
  }
  return { ticks, samples }
}

/** Runs of chunks have as many samples each as the run's entry in `stsc` says. */
function extentsOf(file: Buffer, chunks: number, placeOf: (i: number) => number, stsc: Table, sizes: Sizes): Extent[] {
  const extents: Extent[] = []
  let [run, sample, bytes] = [-1, 0, 0]
  for (let chunk = 0; chunk < chunks && sample < sizes.count; chunk++) {
    if (run + 1 < stsc.count && file.readUInt32BE(stsc.at(run + 1)) === chunk + 1) run++
    if (run < 0) throw new BadMovie('the first chunk belongs to no run')
    const here = Math.min(file.readUInt32BE(stsc.at(run) + 4), sizes.count - sample)
    const length = sizes.sum(sample, here)
    sample += here
    bytes += length
    // Chunks that share their bytes would be many times the file: nobody writes that, but somebody might to keep us busy.
    if (bytes > file.length) throw new BadMovie('more frames than file')
    const from = placeOf(chunk)
    extents.push({ from, to: from + length })
  }
  if (sample !== sizes.count) throw new BadMovie('samples without a chunk')
  return extents
}

/** The document that the expression examples look at. */
export const looked = { _id: 'x', n: 7, neg: -2.5, s: 'Hello', c: '团后', l: [1, 2, 3], o: { a: 1 }, at: Date.UTC(2026, 10, 22, 17, 5, 9, 123), f: false }

const at = (name: string, value: number) => [[`$.${name}($.add([new Date(0), "$at"]))`, value]] as const

/** Operators of `db.command.aggregate` as one writes them (`$`), to their values. `not supported`: a loud error. */
export const expressionExamples: Readonly<Record<string, readonly (readonly [expression: string, value: unknown])[]>> = {
  abs: [['$.abs("$neg")', 2.5]], add: [['$.add(["$n", 1])', 8]], ceil: [['$.ceil("$neg")', -2]], divide: [['$.divide(["$n", 2])', 3.5]], exp: [['$.exp(0)', 1]], floor: [['$.floor("$neg")', -3]],
  ln: [['$.ln(1)', 0]], log: [['$.log([8, 2])', 3]], log10: [['$.log10(1000)', 3]], mod: [['$.mod(["$n", 4])', 3]], multiply: [['$.multiply(["$n", 2])', 14]], pow: [['$.pow([2, 3])', 8]], sqrt: [['$.sqrt(9)', 3]],
  subtract: [['$.subtract(["$n", 2])', 5]], trunc: [['$.trunc("$neg")', -2]],
  arrayElemAt: [['$.arrayElemAt(["$l", -1])', 3]], arrayToObject: [['$.arrayToObject([[["a", 1]]])', { a: 1 }]], concatArrays: [['$.concatArrays(["$l", [4]])', [1, 2, 3, 4]]],
  filter: [['$.filter({ input: "$l", as: "i", cond: $.gt(["$$i", 1]) })', [2, 3]]], in: [['$.in([2, "$l"])', true]], indexOfArray: [['$.indexOfArray(["$l", 3])', 2]], isArray: [['$.isArray("$l")', true]],
  map: [['$.map({ input: "$l", as: "i", in: $.multiply(["$$i", 2]) })', [2, 4, 6]]], range: [['$.range([0, 6, 2])', [0, 2, 4]]], reduce: [['$.reduce({ input: "$l", initialValue: 0, in: $.add(["$$value", "$$this"]) })', 6]],
  reverseArray: [['$.reverseArray("$l")', [3, 2, 1]]], size: [['$.size("$l")', 3]], slice: [['$.slice(["$l", 1, 1])', [2]]], zip: [['$.zip({ inputs: ["$l", ["a"]], useLongestLength: true })', [[1, 'a'], [2, null], [3, null]]]],
  and: [['$.and(["$n", "$f"])', false]], not: [['$.not("$f")', true]], or: [['$.or(["$f", "$n"])', true]],
  cmp: [['$.cmp(["$n", 9])', -1]], eq: [['$.eq(["$n", 7])', true]], gt: [['$.gt(["$n", 7])', false]], gte: [['$.gte(["$n", 7])', true]], lt: [['$.lt(["$n", 7])', false]], lte: [['$.lte(["$n", 7])', true]], neq: [['$.neq(["$n", 7])', false]],
  cond: [['$.cond({ if: "$f", then: 1, else: 2 })', 2], ['$.cond(["$n", "$s", 2])', 'Hello']], ifNull: [['$.ifNull(["$nothing", "none"])', 'none']],
  switch: [['$.switch({ branches: [{ case: $.gt(["$n", 9]), then: "big" }], default: "small" })', 'small']],
  dateFromParts: [['$.subtract([$.dateFromParts({ year: 2026, month: 11, day: 23, hour: 1, timezone: "Asia/Shanghai" }), new Date(0)])', Date.UTC(2026, 10, 22, 17)]],
  dateFromString: [['$.subtract([$.dateFromString({ dateString: "2026-11-23T01:00:00", timezone: "Asia/Shanghai" }), new Date(0)])', Date.UTC(2026, 10, 22, 17)]],
  dateToString: [['$.dateToString({ date: $.add([new Date(0), "$at"]), format: "%Y-%m-%d %H:%M", timezone: "Asia/Shanghai" })', '2026-11-23 01:05']],
  dayOfMonth: at('dayOfMonth', 22), dayOfWeek: at('dayOfWeek', 1), dayOfYear: at('dayOfYear', 326), isoDayOfWeek: at('isoDayOfWeek', 7), isoWeek: at('isoWeek', 47), isoWeekYear: at('isoWeekYear', 2026),
  millisecond: at('millisecond', 123), minute: at('minute', 5), month: at('month', 11), second: at('second', 9), hour: [...at('hour', 17), ['$.hour({ date: $.add([new Date(0), "$at"]), timezone: "+08:00" })', 1]], week: at('week', 47), year: at('year', 2026),
  literal: [['$.literal("$n")', '$n']], mergeObjects: [['$.mergeObjects(["$o", { b: "$n" }])', { a: 1, b: 7 }]], objectToArray: [['$.objectToArray("$o")', [{ k: 'a', v: 1 }]]],
  allElementsTrue: [['$.allElementsTrue(["$l"])', true]], anyElementTrue: [['$.anyElementTrue([[false, 0]])', false]], setDifference: [['$.setDifference(["$l", [1]])', [2, 3]]], setEquals: [['$.setEquals(["$l", [3, 2, 1]])', true]],
  setIntersection: [['$.setIntersection(["$l", [2, 9]])', [2]]], setIsSubset: [['$.setIsSubset([[2], "$l"])', true]], setUnion: [['$.setUnion(["$l", [0]])', [0, 1, 2, 3]]],
  concat: [['$.concat(["$s", "!"])', 'Hello!']], indexOfBytes: [['$.indexOfBytes(["$c", "后"])', 3]], indexOfCP: [['$.indexOfCP(["$c", "后"])', 1]], split: [['$.split(["a-b", "-"])', ['a', 'b']]], strLenBytes: [['$.strLenBytes("$c")', 6]], strLenCP: [['$.strLenCP("$c")', 2]],
  strcasecmp: [['$.strcasecmp(["$s", "hello"])', 0]], substr: [['$.substr(["$s", 1, 2])', 'el']], substrBytes: [['$.substrBytes(["$c", 0, 3])', '团']], substrCP: [['$.substrCP(["$c", 1, 1])', '后']], toLower: [['$.toLower("$s")', 'hello']], toUpper: [['$.toUpper("$s")', 'HELLO']],
  meta: [['$.meta("textScore")', 'not supported']],
  avg: [['$.avg("$l")', 2]], max: [['$.max(["$n", 9])', 9]], min: [['$.min("$l")', 1]], stdDevPop: [['$.stdDevPop([1, 3])', 1]], stdDevSamp: [['$.stdDevSamp([1, 1])', 0]], sum: [['$.sum(["$n", 1])', 8]],
  let: [['$.let({ vars: { x: "$n" }, in: $.add(["$$x", 1]) })', 8]],
}

/** Documents that the examples of accumulators and stages look at. */
export const grouped = [{ _id: 1, g: 'a', n: 1, o: { p: 1 }, l: ['x', 'y'] }, { _id: 2, g: 'a', n: 3, o: { q: 2 }, l: [] }, { _id: 3, g: 'b', n: 8 }]

/** Operators of `db.command.aggregate` inside `group`, to the value for the group of `a`. */
export const accumulatorExamples: Readonly<Record<string, readonly (readonly [accumulator: string, value: unknown])[]>> = {
  addToSet: [['$.addToSet("$g")', ['a']]], avg: [['$.avg("$n")', 2]], first: [['$.first("$n")', 1]], last: [['$.last("$n")', 3]], max: [['$.max("$n")', 3]], min: [['$.min("$n")', 1]], mergeObjects: [['$.mergeObjects("$o")', { p: 1, q: 2 }]],
  push: [['$.push({ n: "$n" })', [{ n: 1 }, { n: 3 }]]], stdDevPop: [['$.stdDevPop("$n")', 1]], stdDevSamp: [['$.stdDevSamp("$n")', Math.SQRT2]], sum: [['$.sum("$n")', 4]],
}

/** Stages of `aggregate()`, to what comes out. */
export const stageExamples: Readonly<Record<string, readonly (readonly [stages: string, out: unknown])[]>> = {
  addFields: [['.match({ _id: 3 }).addFields({ m: $.add(["$n", 1]) })', [{ _id: 3, g: 'b', n: 8, m: 9 }]]],
  bucket: [['.bucket({ groupBy: "$n", boundaries: [0, 5], default: "more", output: { c: $.sum(1) } })', [{ _id: 0, c: 2 }, { _id: 'more', c: 1 }]]],
  bucketAuto: [['.bucketAuto({ groupBy: "$n", buckets: 2 })', [{ _id: { min: 1, max: 8 }, count: 2 }, { _id: { min: 8, max: 8 }, count: 1 }]], ['.bucketAuto({ groupBy: "$n", buckets: 2, granularity: "R5" })', 'not supported']],
  count: [['.match({ g: "a" }).count("c")', [{ c: 2 }]]],
  geoNear: [['.geoNear({ near: new db.Geo.Point(1, 1), distanceField: "d", spherical: true, key: "at" })', 'not supported']],
  group: [['.group({ _id: { g: "$g" }, c: $.sum(1) }).sort({ c: -1 })', [{ _id: { g: 'a' }, c: 2 }, { _id: { g: 'b' }, c: 1 }]]],
  limit: [['.sort({ n: -1 }).limit(1).project({ _id: 1 })', [{ _id: 3 }]]],
  lookup: [
    ['.match({ _id: 3 }).lookup({ from: "looked", localField: "n", foreignField: "n", as: "x" }).project({ x: 1 })', [{ _id: 3, x: [] }]],
    ['.match({ _id: 3 }).lookup({ from: "looked", let: { n: "$n" }, pipeline: $.pipeline().match(_.expr($.lt(["$n", "$$n"]))).project({ s: 1, m: "$$n" }).done(), as: "x" }).project({ x: 1 })', [{ _id: 3, x: [{ _id: 'x', s: 'Hello', m: 8 }] }]],
  ],
  match: [['.match({ n: _.gt(1), g: _.neq("b") }).project({ _id: 1 })', [{ _id: 2 }]], ['.limit(2).match({ n: 3 }).count("c")', [{ c: 1 }]]],
  project: [['.match({ _id: 3 }).project({ _id: 0, m: $.multiply(["$n", 2]), g: true })', [{ g: 'b', m: 16 }]]],
  replaceRoot: [['.match({ _id: 1 }).replaceRoot({ newRoot: "$o" })', [{ p: 1 }]]],
  sample: [['.sample({ size: 2 }).count("c")', [{ c: 2 }]]],
  skip: [['.sort({ n: 1 }).skip(2).project({ _id: 1 })', [{ _id: 3 }]]],
  sort: [['.sort({ g: -1, n: -1 }).project({ _id: 1 })', [{ _id: 3 }, { _id: 2 }, { _id: 1 }]]],
  sortByCount: [['.sortByCount("$g")', [{ _id: 'a', count: 2 }, { _id: 'b', count: 1 }]]],
  unwind: [['.unwind("$l").project({ l: 1 })', [{ _id: 1, l: 'x' }, { _id: 1, l: 'y' }]], ['.unwind({ path: "$l", preserveNullAndEmptyArrays: true }).count("c")', [{ c: 4 }]]],
}

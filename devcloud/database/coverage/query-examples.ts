/** Documents that the query examples look at. */
export const queried = [
  { _id: 'a', n: 1, s: 'apple', l: [1, 2], d: [{ x: 1, y: 9 }, { x: 5 }] },
  { _id: 'b', n: 5, s: 'banana', l: [2, 3, 4] },
  { _id: 'c', n: 9, s: null, l: [] },
]

/** Commands of `db.command` for `where`: the query as one writes it, to the ids it finds. `not supported`: a loud error. */
export const queryExamples: Readonly<Record<string, readonly (readonly [query: string, found: string[] | 'not supported'])[]>> = {
  eq: [['{ n: _.eq(5) }', ['b']]],
  neq: [['{ n: _.neq(5) }', ['a', 'c']]],
  lt: [['{ n: _.lt(5) }', ['a']]],
  lte: [['{ n: _.lte(5) }', ['a', 'b']]],
  gt: [['{ n: _.gt(5) }', ['c']]],
  gte: [['{ n: _.gte(5) }', ['b', 'c']]],
  in: [['{ n: _.in([1, 9, 10]) }', ['a', 'c']]],
  nin: [['{ n: _.nin([1, 9]) }', ['b']]],
  and: [['{ n: _.and(_.gt(1), _.lt(9)) }', ['b']], ['_.and([{ n: _.gt(1) }, { s: /an/ }])', ['b']], ['{ n: _.gt(1).and(_.lt(9)) }', ['b']]],
  or: [['_.or([{ n: 1 }, { s: null }])', ['a', 'c']], ['{ n: _.lt(2).or(_.gt(8)) }', ['a', 'c']]],
  not: [['{ n: _.not(_.gt(1)) }', ['a']], ['{ s: _.not(/an/) }', ['a', 'c']]],
  nor: [['_.nor([{ n: 1 }, { s: null }])', ['b']]],
  exists: [['{ d: _.exists(true) }', ['a']], ['{ d: _.exists(false) }', ['b', 'c']]],
  mod: [['{ n: _.mod(4, 1) }', ['a', 'b', 'c']], ['{ n: _.mod([5, 0]) }', ['b']]],
  all: [['{ l: _.all([2, 3]) }', ['b']], ['{ d: _.all([_.elemMatch({ x: 1 }), _.elemMatch({ x: 5 })]) }', ['a']]],
  elemMatch: [
    ['{ d: _.elemMatch({ x: _.gt(4) }) }', ['a']], ['{ d: _.elemMatch({ x: 5, y: 9 }) }', []], ['{ l: _.elemMatch({ $gt: 2, $lt: 4 }) }', ['b']],
    // The SDK sends this one's inside as if it were a document to be found; nothing is like it.
    ['{ l: _.elemMatch(_.gt(1).lt(4)) }', []],
  ],
  size: [['{ l: _.size(2) }', ['a']]],
  expr: [['_.expr(_.aggregate.gt([_.aggregate.size("$l"), 2]))', ['b']]],
  geoNear: [['{ at: _.geoNear({ geometry: new db.Geo.Point(1, 1), maxDistance: 1, minDistance: 0 }) }', 'not supported']],
  geoWithin: [['{ at: _.geoWithin({ geometry: new db.Geo.Polygon([new db.Geo.LineString([[0, 0], [3, 2], [2, 3], [0, 0]].map(([x, y]) => new db.Geo.Point(x, y)))]) }) }', 'not supported']],
  geoIntersects: [['{ at: _.geoIntersects({ geometry: new db.Geo.Point(1, 1) }) }', 'not supported']],
  jsonSchema: [['_.jsonSchema({ required: ["n"] })', 'not supported']],
  text: [['{ $text: _.text({ search: "apple" }) }', 'not supported']],
}

/** Commands of `db.command` for `update`: the document before, the update as one writes it, the document after. */
export const updateExamples: Readonly<Record<string, readonly (readonly [before: object, update: string, after: object])[]>> = {
  set: [[{ o: { a: 1 } }, '{ o: _.set({ b: 2 }) }', { o: { b: 2 } }]],
  remove: [[{ a: 1, b: 2 }, '{ a: _.remove() }', { b: 2 }]],
  inc: [[{ n: 1 }, '{ n: _.inc(2), "o.n": _.inc(1) }', { n: 3, o: { n: 1 } }]],
  mul: [[{ n: 3 }, '{ n: _.mul(2) }', { n: 6 }]],
  min: [[{ n: 3, m: 3 }, '{ n: _.min(2), m: _.min(5) }', { n: 2, m: 3 }]],
  max: [[{ n: 3, m: 3 }, '{ n: _.max(2), m: _.max(5) }', { n: 3, m: 5 }]],
  rename: [[{ a: 1 }, '{ a: _.rename("b") }', { b: 1 }]],
  bit: [[{ n: 13 }, '{ n: _.bit({ and: 10 }) }', { n: 8 }]],
  push: [
    [{ l: [1] }, '{ l: _.push(2) }', { l: [1, 2] }], [{ l: [1] }, '{ l: _.push([2, 3]) }', { l: [1, 2, 3] }],
    [{ l: [5, 1] }, '{ l: _.push({ each: [9, 3], position: 1, sort: -1, slice: 3 }) }', { l: [9, 5, 3] }],
    [{ l: [{ v: 2 }] }, '{ l: _.push({ each: [{ v: 1 }], sort: { v: 1 } }) }', { l: [{ v: 1 }, { v: 2 }] }],
  ],
  pop: [[{ l: [1, 2] }, '{ l: _.pop() }', { l: [1] }]],
  shift: [[{ l: [1, 2] }, '{ l: _.shift() }', { l: [2] }]],
  unshift: [[{ l: [1] }, '{ l: _.unshift([8, 9]) }', { l: [8, 9, 1] }]],
  pull: [[{ l: [1, 2, 1] }, '{ l: _.pull(1) }', { l: [2] }], [{ l: [1, 5] }, '{ l: _.pull(_.gt(2)) }', { l: [1] }], [{ l: [{ v: 1 }, { v: 2 }] }, '{ l: _.pull({ v: _.lt(2) }) }', { l: [{ v: 2 }] }]],
  pullAll: [[{ l: [1, 2, 3] }, '{ l: _.pullAll([1, 3]) }', { l: [2] }]],
  addToSet: [[{ l: [1] }, '{ l: _.addToSet(1) }', { l: [1] }], [{ l: [1] }, '{ l: _.addToSet({ $each: [1, 2] }) }', { l: [1, 2] }]],
}

/** Commands of `db.command.project`, for `field`. */
export const projectionExamples: Readonly<Record<string, readonly (readonly [fields: string, first: object])[]>> = {
  slice: [['{ l: _.project.slice(1), n: 1 }', { _id: 'a', n: 1, l: [1] }]],
  elemMatch: [['{ d: _.project.elemMatch({ x: 5 }) }', { _id: 'a', d: [{ x: 5 }] }]],
}

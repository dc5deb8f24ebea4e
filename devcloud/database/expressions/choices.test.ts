import fc from 'fast-check'
import { evaluate } from '../../testing/evaluate'

const doc = { a: 1, s: '', z: null, f: false, o: { a: 1, b: 2 }, l: [1, 2, 2] }

test.each<[unknown, unknown]>([
  [{ $and: [] }, true], [{ $or: [] }, false], [{ $and: ['$a', '$s'] }, true], [{ $and: ['$a', '$z'] }, false], [{ $or: [0, '$nothing'] }, false], [{ $or: [0, '$l'] }, true], [{ $not: ['$f'] }, true], [{ $not: '$a' }, false], [{ $and: '$a' }, true],
  [{ $cmp: ['$a', 2] }, -1], [{ $eq: ['$a', 1] }, true], [{ $ne: ['$a', 1] }, false], [{ $gt: ['$s', '$a'] }, true], [{ $gte: [1, 1] }, true], [{ $lt: ['$z', '$a'] }, true], [{ $lte: [2, 1] }, false],
  [{ $eq: ['$nothing', null] }, false], [{ $lt: ['$nothing', null] }, true], [{ $eq: ['$nothing', '$neither'] }, true],
  [{ $cond: ['$f', 'yes', 'no'] }, 'no'], [{ $cond: { if: '$a', then: '$s', else: '$z' } }, ''], [{ $cond: ['$a', '$nothing', 1] }, undefined], [{ $cond: [true, 1, { $divide: [1, 0] }] }, 1],
  [{ $ifNull: ['$z', 'else'] }, 'else'], [{ $ifNull: ['$nothing', '$z'] }, null], [{ $ifNull: ['$f', 1] }, false],
  [{ $switch: { branches: [{ case: '$f', then: 1 }, { case: '$a', then: 2 }] } }, 2], [{ $switch: { branches: [{ case: '$f', then: 1 }], default: 'd' } }, 'd'],
  [{ $let: { vars: { x: '$a', y: { $add: ['$a', 1] } }, in: { $add: ['$$x', '$$y'] } } }, 3], [{ $let: { vars: { x: 1 }, in: { $let: { vars: { x: { $add: ['$$x', 1] } }, in: '$$x' } } } }, 2], [{ $let: { vars: { x: '$o' }, in: '$$x.b' } }, 2],
  [{ $literal: '$a' }, '$a'], [{ $literal: { $add: [1, 2] } }, { $add: [1, 2] }], ['$$ROOT.a', 1], ['$$CURRENT.o.b', 2], ['$$REMOVE', undefined], [{ x: '$a', y: '$nothing', z: { w: '$s' } }, { x: 1, z: { w: '' } }],
  [{ $mergeObjects: ['$o', { b: 3, c: 4 }, '$z'] }, { a: 1, b: 3, c: 4 }], [{ $mergeObjects: [] }, {}], [{ $mergeObjects: '$nothing' }, {}],
  [{ $allElementsTrue: ['$l'] }, true], [{ $allElementsTrue: [[true, 0]] }, false], [{ $anyElementTrue: [[false, '$z', '$s']] }, true], [{ $anyElementTrue: [[]] }, false],
  [{ $setDifference: ['$l', [1]] }, [2]], [{ $setDifference: ['$z', [1]] }, null], [{ $setEquals: ['$l', [2, 1]] }, true], [{ $setEquals: ['$l', [2]] }, false], [{ $setIntersection: ['$l', [2, 3, 2]] }, [2]], [{ $setIntersection: ['$l', '$z'] }, null], [{ $setIntersection: [] }, []],
  [{ $setIsSubset: [[2, 2], '$l'] }, true], [{ $setIsSubset: [[3], '$l'] }, false], [{ $setUnion: ['$l', [3, 1]] }, [1, 2, 3]], [{ $setUnion: ['$l', '$nothing'] }, null], [{ $setUnion: [[[1]], [1]] }, [1, [1]]],
  [{ $sum: ['$a', 2, 'x'] }, 3], [{ $sum: '$l' }, 5], [{ $sum: '$nothing' }, 0], [{ $avg: '$l' }, 5 / 3], [{ $avg: ['x'] }, null], [{ $max: ['$a', '$s', '$z'] }, ''], [{ $min: '$l' }, 1], [{ $min: ['$z', '$nothing'] }, null], [{ $max: ['$l', 9] }, [1, 2, 2]],
  [{ $stdDevPop: [2, 4, 4, 4, 5, 5, 7, 9] }, 2], [{ $stdDevSamp: [1, 3] }, Math.SQRT2], [{ $stdDevSamp: [1] }, null], [{ $stdDevPop: [] }, null], [{ $sum: Array<number>(10).fill(0.1) }, 1],
])('%j', (expression, expected) => { expect(evaluate(expression, doc)).toEqual(expected) })

test.each<[unknown, string, string?]>([
  [{ $foo: 1 }, "Unrecognized expression '$foo'", 'DATABASE_INVALID_OPERRATOR'], [{ $add: [], $sum: [] }, 'must have exactly one field'], [{ $meta: 'textScore' }, 'the expression $meta', 'DEVCLOUD_NOT_SUPPORTED'], [{ $toString: 1 }, 'the expression $toString', 'DEVCLOUD_NOT_SUPPORTED'],
  [{ $push: 1 }, "Unrecognized expression '$push'", 'DATABASE_INVALID_OPERRATOR'], ['$', "'$' by itself is not a valid FieldPath"], ['$a.', "FieldPath must not end with a '.'."], ['$a..b', 'may not be empty strings'], ['$a.$b', "may not start with '$'"], ['$$x', 'Use of undefined variable: x'], [{ a: 1, $b: 1 }, "may not start with '$'"], [{ 'a.b': 1 }, "may not contain '.'"],
  [{ $eq: [1] }, 'Expression $eq takes exactly 2 arguments. 1 were passed in.'], [{ $not: [1, 2] }, 'takes exactly 1 arguments. 2 were passed in.'], [{ $cond: [1, 2] }, 'Expression $cond takes exactly 3 arguments. 2 were passed in.'], [{ $cond: { if: 1, then: 2 } }, "Missing 'else' parameter to $cond"], [{ $ifNull: [1] }, 'exactly 2 arguments'],
  [{ $switch: { branches: [] } }, '$switch requires at least one branch.'], [{ $switch: { branches: [{ case: false, then: 1 }] } }, 'could not find a matching branch'], [{ $switch: 1 }, 'requires an object as an argument, found: int'], [{ $switch: { branches: [{ then: 1 }] } }, "have a 'case' expression"], [{ $switch: { branches: [{ case: 1 }] } }, "have a 'then' expression"], [{ $switch: { branches: 1 } }, "expected an array for 'branches', found: int"],
  [{ $let: { vars: { x: 1 } } }, "Missing 'in' parameter to $let"], [{ $let: { vars: { x: 1, y: '$$x' }, in: 1 } }, 'Use of undefined variable: x'], [{ $mergeObjects: [1] }, '$mergeObjects requires object inputs, but input 1 is of type int'],
  [{ $allElementsTrue: '$a' }, "$allElementsTrue's argument must be an array, but is int"], [{ $anyElementTrue: ['$z'] }, "$anyElementTrue's argument must be an array, but is null"], [{ $setDifference: ['$a', []] }, 'First argument is of type: int'], [{ $setIsSubset: [[], 1] }, 'Second argument is of type: int'], [{ $setEquals: [[]] }, 'takes at least 2'], [{ $setUnion: ['$a'] }, 'One argument is of type: int'],
])('%j is refused', (expression, message, code = 'DATABASE_REQUEST_FAILED') => {
  expect(() => evaluate(expression, doc)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) as string }) as Error)
})

test('sets: union and intersection meet what they are made of, and comparison is an order', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b', null))
  const list = fc.array(value, { maxLength: 5 })
  fc.assert(fc.property(list, list, (a, b) => {
    const of = (name: string) => evaluate({ [name]: ['$a', '$b'] }, { a, b })
    expect(evaluate({ $setEquals: [{ $setUnion: ['$u', '$d', '$e'] }, { $setUnion: ['$a', '$b'] }] }, { a, b, u: of('$setIntersection'), d: of('$setDifference'), e: evaluate({ $setDifference: ['$b', '$a'] }, { a, b }) })).toBe(true)
    expect(of('$setIsSubset')).toBe((of('$setDifference') as unknown[]).length === 0)
    expect(of('$cmp')).toBe(-(evaluate({ $cmp: ['$b', '$a'] }, { a, b }) as number) + 0)
    expect([of('$lt'), of('$eq'), of('$gt')].filter(Boolean)).toHaveLength(1)
  }))
})

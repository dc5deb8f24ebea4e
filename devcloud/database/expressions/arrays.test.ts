import fc from 'fast-check'
import { evaluate } from '../../testing/evaluate'

const doc = { l: [1, 2, 3], e: [], z: null, s: 'x', o: { a: 1, b: [2] }, docs: [{ v: 1 }, { v: 2 }, {}, 5] }

test.each<[unknown, unknown]>([
  [{ $arrayElemAt: ['$l', 0] }, 1], [{ $arrayElemAt: ['$l', -1] }, 3], [{ $arrayElemAt: ['$l', 3] }, undefined], [{ $arrayElemAt: ['$z', 0] }, null], [{ $arrayElemAt: ['$l', '$nothing'] }, null],
  [{ $arrayToObject: [[['a', 1], ['b', 2]]] }, { a: 1, b: 2 }], [{ $arrayToObject: { $literal: [{ k: 'a', v: 1 }] } }, { a: 1 }], [{ $arrayToObject: '$z' }, null], [{ $arrayToObject: '$e' }, {}],
  [{ $objectToArray: '$o' }, [{ k: 'a', v: 1 }, { k: 'b', v: [2] }]], [{ $objectToArray: '$nothing' }, null],
  [{ $concatArrays: ['$l', '$e', [4]] }, [1, 2, 3, 4]], [{ $concatArrays: ['$l', '$z'] }, null], [{ $concatArrays: [] }, []],
  [{ $filter: { input: '$l', as: 'n', cond: { $gt: ['$$n', 1] } } }, [2, 3]], [{ $filter: { input: '$l', cond: { $lt: ['$$this', 2] } } }, [1]], [{ $filter: { input: '$z', cond: true } }, null],
  [{ $in: [2, '$l'] }, true], [{ $in: ['$nothing', [null]] }, false], [{ $in: [[1], [[1]]] }, true],
  [{ $indexOfArray: ['$l', 2] }, 1], [{ $indexOfArray: ['$l', 1, 1] }, -1], [{ $indexOfArray: ['$l', 3, 0, 2] }, -1], [{ $indexOfArray: ['$z', 1] }, null], [{ $indexOfArray: ['$l', 1, 9] }, -1],
  [{ $isArray: '$l' }, true], [{ $isArray: ['$s'] }, false], [{ $isArray: [[1]] }, true], [{ $isArray: '$nothing' }, false],
  [{ $map: { input: '$l', as: 'n', in: { $multiply: ['$$n', 2] } } }, [2, 4, 6]], [{ $map: { input: '$docs', in: '$$this.v' } }, [1, 2, null, null]], [{ $map: { input: '$nothing', in: 1 } }, null],
  [{ $range: [0, 5, 2] }, [0, 2, 4]], [{ $range: [3, 0, -1] }, [3, 2, 1]], [{ $range: [2, 2] }, []], [{ $range: [0, -3] }, []],
  [{ $reduce: { input: '$l', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6], [{ $reduce: { input: '$z', initialValue: 0, in: 1 } }, null], [{ $reduce: { input: '$e', initialValue: 'i', in: 1 } }, 'i'],
  [{ $reverseArray: '$l' }, [3, 2, 1]], [{ $reverseArray: '$z' }, null], [{ $size: '$l' }, 3], [{ $size: [['a']] }, 1],
  [{ $slice: ['$l', 2] }, [1, 2]], [{ $slice: ['$l', -2] }, [2, 3]], [{ $slice: ['$l', 1, 5] }, [2, 3]], [{ $slice: ['$l', -9, 1] }, [1]], [{ $slice: ['$l', 9, 1] }, []], [{ $slice: ['$z', 1] }, null],
  [{ $zip: { inputs: ['$l', ['a', 'b']] } }, [[1, 'a'], [2, 'b']]], [{ $zip: { inputs: ['$l', '$z'] } }, null],
  [{ $zip: { inputs: [[1], [2, 3]], useLongestLength: true } }, [[1, 2], [null, 3]]], [{ $zip: { inputs: [[1], [2, 3]], useLongestLength: true, defaults: ['x', 'y'] } }, [[1, 2], ['x', 3]]],
  ['$docs.v', [1, 2]], ['$l.0', []], ['$o.b', [2]], [['$l', '$nothing'], [[1, 2, 3], null]],
])('%j', (expression, expected) => { expect(evaluate(expression, doc)).toEqual(expected) })

test.each<[unknown, string]>([
  [{ $arrayElemAt: ['$s', 0] }, "$arrayElemAt's first argument must be an array, but is string"], [{ $arrayElemAt: ['$l', 's'] }, 'must be a numeric value, but is string'], [{ $arrayElemAt: ['$l', 0.5] }, 'representable as a 32-bit integer: 0.5'],
  [{ $arrayToObject: '$s' }, '$arrayToObject requires an array input, found: string'], [{ $arrayToObject: '$l' }, 'Unrecognised input type format for $arrayToObject: int'], [{ $arrayToObject: [[['a']]] }, 'size 2 arrays'],
  [{ $arrayToObject: [[[1, 2]]] }, 'Found key type: int'], [{ $arrayToObject: { $literal: [{ k: 'a' }] } }, 'incorrect number of keys:1'], [{ $arrayToObject: { $literal: [{ k: 'a', x: 1 }] } }, 'Missing either or both keys'],
  [{ $arrayToObject: { $literal: [['a', 1], { k: 'a', v: 1 }] } }, 'consistent input format'], [{ $arrayToObject: { $literal: [{ k: 1, v: 1 }] } }, 'Found type: int'], [{ $objectToArray: '$l' }, '$objectToArray requires a document input, found: array'],
  [{ $concatArrays: ['$l', '$s'] }, '$concatArrays only supports arrays, not string'], [{ $in: [1, '$s'] }, '$in requires an array as a second argument, found: string'], [{ $in: [1, '$nothing'] }, 'found: missing'],
  [{ $filter: { input: '$s', cond: true } }, 'input to $filter must be an array not string'], [{ $filter: { input: '$l' } }, "Missing 'cond' parameter to $filter"], [{ $filter: { input: '$l', cond: 1, foo: 1 } }, 'Unrecognized parameter to $filter: foo'], [{ $filter: 1 }, '$filter only supports an object'],
  [{ $filter: { input: '$l', as: 'N', cond: 1 } }, "'N' starts with an invalid character for a user variable name"], [{ $map: { input: '$l', as: 'a-b', in: 1 } }, "contains an invalid character for a variable name: '-'"],
  [{ $indexOfArray: ['$s', 1] }, '$indexOfArray requires an array as a first argument, found: string'], [{ $indexOfArray: ['$l', 1, -1] }, 'requires a nonnegative starting index, found: -1'], [{ $indexOfArray: ['$l', 1, 0, 'x'] }, 'requires an integral ending index'],
  [{ $map: { input: 1, in: 1 } }, 'input to $map must be an array not int'], [{ $range: ['a', 1] }, '$range requires a numeric starting value, found value of type:string'], [{ $range: [0, 1.5] }, 'that can be represented as a 32-bit integer'], [{ $range: [0, 1, 0] }, '$range requires a non-zero step value'], [{ $range: [0, 1, '$nothing'] }, 'numeric step value, found value of type:missing'], [{ $indexOfArray: ['$l', 1, '$nothing'] }, 'found a value of type: missing'],
  [{ $range: [1] }, 'takes at least 2 arguments, and at most 3'],
  [{ $reduce: { input: 's', initialValue: 0, in: 1 } }, "$reduce requires that 'input' be an array, found: string"], [{ $reverseArray: 1 }, 'The argument to $reverseArray must be an array, but was of type: int'],
  [{ $size: '$z' }, 'The argument to $size must be an array, but was of type: null'], [{ $size: '$nothing' }, 'was of type: missing'], [{ $slice: ['$s', 1] }, 'First argument to $slice must be an array, but is of type: string'], [{ $slice: ['$l', 1, 0] }, 'Third argument to $slice must be positive: 0'], [{ $slice: ['$l', 'x'] }, 'Second argument to $slice must be numeric'],
  [{ $zip: { inputs: ['$l'], defaults: [1] } }, 'cannot specify defaults unless useLongestLength is true'], [{ $zip: { inputs: [] } }, '$zip requires at least one input array'], [{ $zip: { inputs: ['$s'] } }, '$zip found a non-array expression in input: string'], [{ $zip: { inputs: ['$l'], useLongestLength: true, defaults: [1, 2] } }, 'defaults and inputs must have the same length'], [{ $zip: { inputs: '$l' } }, 'inputs must be an array of expressions, found string'], [{ $zip: { inputs: ['$l'], useLongestLength: 1 } }, 'useLongestLength must be a bool, found int'],
])('%j is refused', (expression, message) => { expect(() => evaluate(expression, doc)).toThrow(message) })

test('what goes into an object comes out of it, and twice reversed is as before', () => {
  fc.assert(fc.property(fc.dictionary(fc.string().filter((name) => !/[.$]|^__proto__$/.test(name)), fc.integer()), fc.array(fc.integer()), (object, list) => {
    expect(evaluate({ $arrayToObject: { $objectToArray: '$o' } }, { o: object })).toEqual({ ...object })
    expect(evaluate({ $reverseArray: { $reverseArray: '$l' } }, { l: list })).toEqual(list)
    expect(evaluate({ $concatArrays: [{ $slice: ['$l', 2] }, { $slice: ['$l', 2, 1000] }] }, { l: list })).toEqual(list)
  }))
})
